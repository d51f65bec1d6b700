import { choice, pick, text } from '../../shared/define/fields';
import { changeOrder } from '../pickers';
import { changeOrderHint, hasAny, named } from './fields';

/** What a change order does to a part of its budget. It cannot be changed later. */
export const change = {
	changeOrderId: pick(changeOrder, { required: true, description: changeOrderHint }),
	changeAction: choice(named(['add', 'change', 'delete']), { required: true }),
};

export const referenceNumber = text({
	description: 'Of the part of the budget that is changed or deleted',
});

export const filters = {
	changeOrderId: pick(changeOrder, { description: changeOrderHint }),
	referenceNumber: text({ description: 'The same in all versions of a budget' }),
};

export const unfiltered = (given: object): string | undefined =>
	hasAny(given, ...Object.keys(filters))
		? undefined
		: 'Change Order: choose one, or give a reference number';

interface Change {
	readonly changeAction: string;
	readonly referenceNumber?: string;
}

/** What an addition needs, and what any other change does. */
export const incomplete =
	(...needed: readonly string[]) =>
	(given: Change): string | undefined => {
		if (given.changeAction !== 'add') {
			return given.referenceNumber === undefined
				? 'Reference Number: which part of the budget is meant?'
				: undefined;
		}
		return needed.every((name) => hasAny(given, name))
			? undefined
			: `To add something, give its ${needed.join(', ')}`;
	};

export const NOTICE =
	'An addition needs what it consists of. A change or a deletion needs the reference number, and takes over what is left out from the budget.';
