import type {
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
	INodeTypeDescription,
} from 'n8n-workflow';

/** By parameter, the values with one of which something is shown. */
export type Shown = Readonly<Record<string, readonly string[]>>;

/** A parameter that takes its values from the account, as n8n's editor finds it in a node. */
export interface Place {
	readonly kind: 'search' | 'options';
	/** The node's method behind it. */
	readonly method: string;
	readonly name: string;
	/** Where it stands below the node's parameters: `filters.customerId`, `lines.values[0].skuId`. */
	readonly path: string;
	/** For which resources and operations, or events, it is shown. */
	readonly shown: Shown;
	/** Parameters that narrow its list. */
	readonly parents: readonly string[];
	/** Whether nothing is listed before something is typed. */
	readonly typedOnly: boolean;
}

/** A parameter with a fixed set of values, which may say what kind of record another one lists. */
export interface ChoicePlace extends Pick<Place, 'name' | 'path' | 'shown'> {
	readonly values: ReadonlyArray<string | number | boolean>;
}

export interface Places {
	readonly pickers: readonly Place[];
	readonly choices: readonly ChoicePlace[];
}

const isMember = (option: object): option is INodeProperties => 'type' in option;
const isGroup = (option: object): option is INodePropertyCollection => 'values' in option;

/** Everything in a node that takes its values from the account. */
export function placesIn({ properties }: INodeTypeDescription): Places {
	const pickers: Place[] = [];
	const choices: ChoicePlace[] = [];
	const visit = (property: INodeProperties, before: string, above: Shown): void => {
		const { name, type, displayOptions, typeOptions, options = [], modes = [] } = property;
		const path = before + name;
		const shown = { ...above, ...(displayOptions?.show as Shown | undefined) };
		const parents = typeOptions?.loadOptionsDependsOn ?? [];
		const list = modes.find((mode) => mode.typeOptions?.searchListMethod !== undefined);
		if (list?.typeOptions?.searchListMethod !== undefined) {
			const { searchListMethod: method, searchFilterRequired: typedOnly = false } =
				list.typeOptions;
			pickers.push({ kind: 'search', method, name, path, shown, parents, typedOnly });
		}
		if (typeOptions?.loadOptionsMethod !== undefined) {
			const method = typeOptions.loadOptionsMethod;
			pickers.push({ kind: 'options', method, name, path, shown, parents, typedOnly: false });
		} else if (type === 'options' && !(name in shown)) {
			const values = (options as INodePropertyOptions[]).map(({ value }) => value);
			choices.push({ name, path, shown, values });
		}
		if (type === 'collection') {
			for (const member of options) if (isMember(member)) visit(member, `${path}.`, shown);
		}
		if (type === 'fixedCollection') {
			const many = typeOptions?.multipleValues ? '[0]' : '';
			for (const group of options.filter(isGroup)) {
				for (const member of group.values) visit(member, `${path}.${group.name}${many}.`, shown);
			}
		}
	};
	for (const property of properties) visit(property, '', {});
	return { pickers, choices };
}

/** What both are shown for, or nothing where they are never to be seen at the same time. */
export function shownTogether(a: Shown, b: Shown): Shown | undefined {
	const both = Object.entries(b).map(([key, values]): [string, readonly string[]] => [
		key,
		a[key] === undefined ? values : values.filter((value) => a[key].includes(value)),
	]);
	return both.every(([, values]) => values.length > 0)
		? { ...a, ...Object.fromEntries(both) }
		: undefined;
}

/** Where a list looks for what narrows it: beside itself at the top, or in one of the drop-downs of optional fields. */
export const isWithinReach = ({ path }: Pick<Place, 'path'>): boolean =>
	/^((additionalFields|updateFields|filters|options)\.)?\w+$/.test(path);
