import nock from 'nock';

/**
 * Keeps a test file off the network. Every request that a test announces must be made, and no other.
 * The network is given back at the end, because test files of one worker share Node's own modules.
 */
export function noNetwork(): void {
	beforeAll(() => {
		if (!nock.isActive()) nock.activate();
		nock.disableNetConnect();
	});
	afterEach(() => {
		const unused = nock.pendingMocks();
		nock.cleanAll();
		expect(unused).toEqual([]);
	});
	afterAll(() => {
		nock.enableNetConnect();
		nock.restore();
	});
}
