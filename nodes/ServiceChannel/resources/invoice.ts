import {
	choice,
	choices,
	dateTime,
	flag,
	group,
	groups,
	number,
	pick,
	select,
	text,
} from '../../shared/define/fields';
import { create, listAll, operation, read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import {
	amount,
	days,
	moment,
	narrowing,
	numbered,
	theSubscriber,
	visibility,
	whether,
	words,
} from '../fields';
import { invoiceRejectionReason } from '../listPickers';
import { between, isNumber, isOneOf, isText, odataOptions, wholeYear } from '../odata';
import { categoryName, location, provider, subscriber, workOrder } from '../pickers';
import { invoice as invoices } from '../recordPickers';

const invoiceId = pick(invoices, { required: true });
const [posted, updated] = ['PostedDate', 'UpdatedDate'].map(between);

/** Numbers that the document has as texts. */
const units = [
	['Box', '2'],
	['Each', '1'],
	['Feet', '3'],
	['Gallons', '6'],
	['Ounces', '7'],
	['Pounds', '5'],
	['Square Feet', '4'],
] as const;
const unit = choice(units, { as: 'UnitType', label: 'Unit', default: '1' });

const noVat = whether(
	'isNontaxableVATEU',
	'Without EU VAT',
	'Whether no value added tax of the EU is due',
);
const sum = amount('Amount', undefined, 'The line as a whole');
const offshore = whether('IsOffShore', 'Offshore', 'Whether it was done offshore');

const labors = groups(
	{
		amount: sum,
		hours: amount('Hours'),
		hourlyRate: amount('HourlyRate'),
		technicians: text({ as: 'NumOfTech', label: 'Technicians', default: '1' }),
		skillLevel: choice(
			[
				['Helper', '3'],
				['Supervisor', '1'],
				['Technician', '2'],
			],
			{
				as: 'SkillLevel',
				default: '2',
			},
		),
		laborType: choice(
			[
				['Double Time', '3'],
				['Overtime', '2'],
				['Regular', '1'],
			],
			{
				as: 'LaborType',
				default: '1',
			},
		),
		skillLevelName: words('SkillLevelName'),
		laborTypeName: words('LaborTypeName'),
		priceList: numbered('PriceListId', 'Price List ID'),
		priceListName: words('PriceListName'),
		isOffshore: offshore,
		serviceType: words('ServiceType'),
		cityPerformed: words('CityPerformed'),
		rateDiscrepancyReason: words('RateDiscrepancyReason'),
		noVat,
	},
	{ as: 'Labors', label: 'Labor' },
);

const lineNumbers = {
	line: numbered('Id', 'Line ID'),
	invoice: numbered('InvoiceId', 'Invoice ID'),
};

const materials = groups(
	{
		amount: sum,
		description: words('Description'),
		quantity: amount('Quantity'),
		unit,
		unitPrice: amount('UnitPrice'),
		partName: words('PartName'),
		partNumber: words('PartNum', 'Part Number'),
		markUpPercent: amount('MarkUpPercent'),
		agreedMarkUpPercent: amount('AgreedMarkUpPercent'),
		markUpDiscrepancyReason: words('MarkUpDiscrepancyReason'),
		agreedPartPrice: amount('AgreedPartPrice'),
		priceDiscrepancyReason: words('PriceDiscrepancyReason'),
		noVat,
		...lineNumbers,
	},
	{ as: 'Materials' },
);

const travels = groups(
	{
		amount: sum,
		description: words('Description'),
		quantity: amount('Quantity'),
		unit,
		unitPrice: amount('UnitPrice'),
		isOffshore: offshore,
		noVat,
		...lineNumbers,
	},
	{ as: 'Travels', label: 'Travel' },
);

const others = groups(
	{
		amount: sum,
		description: words('Description'),
		type: words('Type'),
		quantity: amount('Quantity'),
		unit,
		unitPrice: amount('UnitPrice'),
		agreedUnitPrice: amount('AgreedUnitPrice'),
		unitPriceDiscrepancyReason: words('UnitPriceDiscrepancyReason'),
		priceListCharge: numbered('PriceListOtherChargeId', 'Price List Charge ID'),
		noVat,
		...lineNumbers,
	},
	{ as: 'Others', label: 'Other Charges' },
);

const parts = ['Labor', 'Material', 'Travel', 'Freight', 'Other'];

const each = (as: (part: string) => string, label: (part: string) => string) =>
	Object.fromEntries(parts.map((part) => [part.toLowerCase(), amount(as(part), label(part))]));

const payment = {
	paymentDate: dateTime({ required: true, as: 'PaymentDate' }),
	paymentNumber: text({ required: true, as: 'PaymentNumber' }),
	paymentAmount: number({ required: true, as: 'PaymentAmount' }),
};

export const invoice = defineResource({
	value: 'invoice',
	name: 'Invoice',
	description: 'What a provider is owed for a work order',
	simple: [
		'Id',
		'Number',
		'Status',
		'InvoiceTotal',
		'InvoiceBalance',
		'Subtotal',
		'InvoiceTax',
		'Currency',
		'Trade',
		'Description',
		'WoTrackingNumber',
		'InvoiceDate',
		'PostedDate',
		'ApprovedDate',
		'PaidDate',
		'UpdatedDate',
		'ApprovalCode',
		'Comments',
	],
	operations: {
		addPayment: operation({
			name: 'Add Payment',
			action: 'Add a payment to an invoice',
			description: 'Record a payment of an approved invoice. For subscribers only.',
			request: 'POST /invoices/{invoiceId}/Payment',
			path: { invoiceId },
			body: payment,
			returns: 'nothing',
		}),
		addPayments: operation({
			name: 'Add Payments',
			action: 'Add payments to several invoices',
			description:
				'Record payments; each has an error of its own in the output. For subscribers only.',
			request: 'POST /invoices/Payments',
			at: 'Payments',
			body: {
				payments: groups(
					{ invoice: number({ required: true, as: 'InvoiceId', label: 'Invoice ID' }), ...payment },
					{ required: true, as: 'Payments' },
				),
			},
		}),
		approve: operation({
			action: 'Approve an invoice',
			description: 'Where one approval is enough. For subscribers only.',
			request: 'PUT /invoices/{invoiceId}/approve',
			path: { invoiceId },
			query: {
				approvalCode: text({ required: true }),
				comments: text({ required: true }),
				category: select(categoryName, { required: true }),
				subscriberId: narrowing,
			},
			returns: 'nothing',
		}),
		create: create({
			action: 'Create an invoice',
			description: 'Bill a completed work order. The rules of the subscriber can be read first.',
			notice:
				'An invoice can neither be changed nor voided by the API. The amounts of the lines have to make up the amount of their kind.',
			request: 'POST /invoices',
			body: {
				invoiceNumber: text({ required: true, as: 'InvoiceNumber' }),
				workOrder: text({
					required: true,
					as: 'WoIdentifier',
					label: 'Work Order ID or Number',
					description:
						'A provider may give the provider’s number, a subscriber the purchase number',
				}),
				amounts: group(
					{
						...each(
							(part) => `${part}Amount`,
							(part) => part,
						),
						otherDescription: words('OtherDescription', undefined, 'Needed with another amount'),
					},
					{ as: 'InvoiceAmountsDetails', shown: true },
				),
				attachments: groups(
					{
						name: words('Name'),
						path: words('Path'),
						description: words('Description'),
						visibility,
						isInvoiceDigitalCopy: whether(
							'IsInvoiceDigitalCopy',
							'Copy of the Invoice',
							'Whether the file is the copy of an invoice',
						),
					},
					{ as: 'Attachments', label: 'Stored Files' },
				),
				explainDispute: words('ExplainDispute', 'Reason of the Dispute'),
				invoiceDate: moment('InvoiceDate', undefined, 'Within the days that the subscriber allows'),
				invoiceTax: amount('InvoiceTax'),
				invoiceText: text({ as: 'InvoiceText', rows: 3, description: 'What was done' }),
				invoiceTotal: amount('InvoiceTotal', undefined, 'All amounts and taxes'),
				labors,
				materials,
				nonTaxableFreight: amount('NonTaxableFreight'),
				nonTaxableLabor: amount('NonTaxableLabor'),
				nonTaxableMaterial: amount('NonTaxableMaterial'),
				nonTaxableOther: amount('NonTaxableOther'),
				nonTaxableTravel: amount('NonTaxableTravel'),
				others,
				postedTaxRate: amount('PostedTaxRate'),
				secondTax: group(
					{
						tax2Amount: amount('Tax2Amount', 'Amount'),
						tax2Name: choice(['HST', 'PST', 'QST', 'VAT'], { as: 'Tax2Name', label: 'Name' }),
					},
					{ as: 'Tax2Details', label: 'Second Tax' },
				),
				submitDisputed: flag({
					as: 'SubmitDisputed',
					description: 'Whether the invoice is handed in as disputed',
				}),
				taxes: group(
					{
						...each(
							(part) => `${part}Tax`,
							(part) => part,
						),
						...Object.fromEntries(
							parts.map((part) => [
								`${part.toLowerCase()}Percent`,
								amount(`${part}TaxPercent`, `${part} (%)`),
							]),
						),
					},
					{ as: 'InvoiceTaxesDetails', label: 'Taxes' },
				),
				taxIncluded: group(
					Object.fromEntries(
						parts.map((part) => [part.toLowerCase(), words(`${part}TaxIncluded`, part)]),
					),
					{ as: 'TaxIncluded' },
				),
				terms: words('Terms'),
				travels,
				vendor: numbered('VendorId', 'Vendor ID'),
				withMismatchedRates: flag({
					as: 'WithMismatchedRates',
					description: 'Whether rates differ from those agreed',
				}),
			},
		}),
		get: read({
			action: 'Get an invoice',
			description: 'Get an invoice with its lines, its history and its payments',
			request: 'GET /invoices/{invoiceId}',
			path: { invoiceId },
		}),
		getAll: listAll({
			action: 'Get many invoices',
			description: 'List the invoices of the last year, the latest first. For subscribers only.',
			request: 'GET /odata/invoices',
			always: { query: wholeYear('PostedDate desc,Id desc', 'PostedDate') },
			query: {
				subscriberId: pick(subscriber, isNumber('Subscriber/Id')),
				status: choices(
					['Approved', 'Disputed', 'On Hold', 'Open', 'Paid', 'Rejected', 'Reviewed', 'Void'],
					isOneOf('Status'),
				),
				locationId: pick(location, isNumber('Location/Id')),
				providerId: pick(provider, isNumber('Provider/Id')),
				trade: text(isText('Trade')),
				workorderId: pick(workOrder, isNumber('WoTrackingNumber')),
				number: text(isText('Number')),
				postedDateFrom: posted.from,
				postedDateBefore: posted.before,
				updatedDateFrom: updated.from,
				updatedDateBefore: updated.before,
				...odataOptions,
			},
		}),
		getDiscrepancies: read({
			name: 'Get Discrepancies',
			action: 'Get the discrepancies of an invoice',
			description: 'Labor rates that differ from those agreed',
			request: 'GET /invoices/{invoiceId}/discrepancy',
			path: { invoiceId },
		}),
		getOtherChargeOptions: read({
			name: 'Get Other Charge Options',
			action: 'Get the options for other charges',
			request: 'GET /invoices/{subscriberId}/OtherChargeOptions/{category}',
			path: { subscriberId: theSubscriber, category: select(categoryName, { required: true }) },
		}),
		getRejectionReasons: read({
			name: 'Get Rejection Reasons',
			action: 'Get the rejection reasons of invoices',
			request: 'GET /invoices/{subscriberId}/InvoiceRejectionReasons',
			path: { subscriberId: theSubscriber },
		}),
		getRequirements: read({
			name: 'Get Requirements',
			action: 'Get the requirements of invoices',
			description: 'What a subscriber wants of an invoice: its number, its date, texts and lines',
			request: 'GET /invoices/{subscriberId}/InvoiceRequirements',
			path: { subscriberId: theSubscriber },
		}),
		getStatistics: read({
			name: 'Get Statistics',
			action: 'Get statistics of invoices',
			description: 'Count open and approved invoices and work to bill. For providers only.',
			request: 'GET /invoices/statistics',
			query: {
				days: days('daysPeriod'),
				approvedDays: number({
					as: 'approvedInThePastDaysPeriod',
					default: 3,
					label: 'Approved Within Days',
				}),
			},
		}),
		hold: operation({
			name: 'Put on Hold',
			action: 'Put an invoice on hold',
			description: 'Where one approval is enough. For subscribers only.',
			request: 'PUT /invoices/{invoiceId}/onhold',
			path: { invoiceId },
			query: { comments: text({ required: true }) },
			returns: 'nothing',
		}),
		reject: operation({
			action: 'Reject an invoice',
			description: 'Where one approval is enough. For subscribers only.',
			request: 'PUT /invoices/{invoiceId}/reject',
			path: { invoiceId },
			query: {
				comments: pick(invoiceRejectionReason, {
					required: true,
					label: 'Reason',
					description: 'Chosen from the list of a subscriber, or in your own words',
				}),
				additionalEmails: text({ placeholder: 'name@example.com' }),
				isNotifyProvider: flag({
					label: 'Notify Provider',
					description: 'Whether the provider is told',
				}),
				subscriberId: narrowing,
			},
			returns: 'nothing',
		}),
	},
});
