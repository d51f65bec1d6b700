/** Says of each test when it is over, since files of thousands of histories take many minutes. */
module.exports = class Progress {
	constructor() {
		this.done = new Map();
	}

	onTestCaseResult({ path }, { fullName, status, duration }) {
		const count = (this.done.get(path) ?? 0) + 1;
		this.done.set(path, count);
		const seconds = Math.round((duration ?? 0) / 1000);
		process.stdout.write(
			`${status === 'passed' ? 'ok' : status}\t${seconds} s\t${count}. ${fullName}\n`,
		);
	}
};
