import fc from 'fast-check';

const which = fc.nat(1000);

/** Something is done to a record. */
export interface Write {
	readonly do: 'copy' | 'edit' | 'remove';
	/** Stands for one of the records that there are, and for what an edit makes of it. */
	readonly which: number;
}

const writing = (copies: number, edits: number, removals: number): fc.Arbitrary<Write> =>
	fc.oneof(
		{ weight: copies, arbitrary: fc.record({ do: fc.constant('copy' as const), which }) },
		{ weight: edits, arbitrary: fc.record({ do: fc.constant('edit' as const), which }) },
		{ weight: removals, arbitrary: fc.record({ do: fc.constant('remove' as const), which }) },
	);

const write = writing(2, 2, 1);

/** While a list is read, a record that goes brings others to pages that were read already. */
const disturbance = writing(1, 1, 2);

const fault = fc.record({
	kind: fc.constantFrom(400, 429, 500, 503, 'html', 'empty', 'dropBefore', 'dropAfter', 'notJson'),
	/** Requests that go well before it. */
	skip: fc.oneof(fc.constant(0), fc.nat(3)),
	/** One is ridden out by another try, where the vendor may have had a bad moment. */
	times: fc.constantFrom(1, 1, 9),
});

const poll = fc.record({
	do: fc.constant('poll' as const),
	fault: fc.option(fault, { freq: 3 }),
	crash: fc.constantFrom(false, false, false, true),
	/** What is done after each answer of the vendor, while the poll goes on. */
	meanwhile: fc.oneof(
		{ weight: 1, arbitrary: fc.constant([]) },
		{ weight: 1, arbitrary: fc.array(fc.option(disturbance, { freq: 3 }), { maxLength: 5 }) },
	),
	/** Seconds that the vendor takes for each answer; n8n gives a poll some thirty. */
	slow: fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 4, 9, 30),
});
export type PollStep = typeof poll extends fc.Arbitrary<infer One> ? One : never;

const step = fc.oneof(
	{ weight: 4, arbitrary: write },
	{
		weight: 2,
		// Far enough apart not to be of one moment, so that they fill pages, and at times further than a trigger looks back.
		arbitrary: fc.record({
			do: fc.constant('several' as const),
			writes: fc.array(writing(2, 2, 0), { minLength: 3, maxLength: 6 }),
			apart: fc.constantFrom(1, 1, 2000),
		}),
	},
	{
		weight: 2,
		arbitrary: fc.record({
			do: fc.constant('wait' as const),
			seconds: fc.oneof(fc.nat(2), fc.nat(600)),
		}),
	},
	{
		weight: 1,
		arbitrary: fc.record({
			do: fc.constant('late' as const),
			write: writing(2, 1, 0),
			/** How late, as a part of what a trigger looks back. */
			part: fc.constantFrom(0.2, 0.9),
		}),
	},
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('expire' as const) }) },
	{ weight: 4, arbitrary: poll },
);

/** What happens to the records of an event, and to the trigger. */
export const history = fc.record({
	steps: fc.array(step, { minLength: 4, maxLength: 14 }),
	/** Records that a poll hands over at the most. */
	limit: fc.constantFrom(1, 3, 1000),
	/** Records on a page; 0 for as many as usual, so that everything fits. */
	pageSize: fc.constantFrom(0, 0, 2, 3),
	startFrom: fc.constantFrom('now', 'now', 'now', 'moment', 'everything'),
	/** Where the trigger starts from a moment: seconds before the history begins. */
	secondsBack: fc.nat(3 * 86_400),
	/** Whether n8n loses what the first poll found, as it does where that hands nothing over. */
	forgotten: fc.boolean(),
});
export type History = typeof history extends fc.Arbitrary<infer One> ? One : never;
