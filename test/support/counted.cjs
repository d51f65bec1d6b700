/** Closes a run of jest with one plain line that says how many tests passed and failed. */
module.exports = class Counted {
	onRunComplete(_, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) {
		console.log(`${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed`);
	}
};
