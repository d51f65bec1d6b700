import { times } from 'lodash';

import type { Clock } from '../core/clock';
import { fictionalAddress, fictionalPerson } from '../core/fiction';
import type { Row, Store } from '../core/store';
import { CANCELLED, COMPLETED, SCHEDULED, TENTATIVE } from './appointments';
import { addNotes, bareDigits } from './contacts';
import { seedFeed } from './feed';
import { seedKeys } from './keys';
import { OPEN } from './sales';
import { kept, localNow, shownTime, tenOnTheDayOf } from './times';

const DAY = 86_400_000;
const CONTACTS = 60;

const nth = <T>(choices: readonly T[], index: number): T => choices[index % choices.length];

/** About two months of a made-up window and gutter cleaning brand with three organizations. */
export function seed(store: Store, clock: Clock): void {
	const addAll = (name: string, rows: readonly Row[]) => {
		for (const row of rows) store.collection(name).add(row);
	};
	seedKeys(store);
	addAll(
		'organizations',
		['Maplewick', 'Quarry Bend', 'Lower Pinnacle', 'Old Harbor'].map((place, index) => ({
			Name: `Gleam & Gutter ${place}`,
			PublicName: `Gleam & Gutter of ${place}`,
			InternalName: `GG-${index + 1}`,
			LocationId: `LOC-${index + 1}`,
			PostalCodes: nth([['00011', '00024', '00037'], ['00042'], ['00058'], []], index),
			IsActive: index !== 3,
		})),
	);
	addAll(
		'services',
		['Window cleaning', 'Gutter cleaning', 'Pressure washing', 'Holiday lights', 'Roof moss'].map(
			(name, index) => ({
				Name: name,
				BasePrice: 80 + index * 20,
				UnitPrice: 5 + index,
				Category: index < 3 ? 'Cleaning' : 'Seasonal',
				AvailableParts: [
					{ Id: 501 + index * 2, Name: 'Screen', UnitPrice: 12, IsActive: true },
					{ Id: 502 + index * 2, Name: 'Gutter guard', UnitPrice: 30, IsActive: index !== 1 },
				],
				IsActive: index !== 4,
			}),
		),
	);
	addAll(
		'serviceAgents',
		times(8, (index) => {
			const { name, email } = fictionalPerson(100 + index);
			return {
				Name: name,
				Email: email,
				EndDate: index === 7 ? '1/31/2025' : '',
				TimeSlots: [
					{
						ServiceCategoryName: 'Cleaning',
						DayOfWeek: 1 + (index % 5),
						StartMinute: 480,
						Minutes: 540,
					},
				],
			};
		}),
	);
	addAll(
		'users',
		times(4, (index) => {
			const { name, email } = fictionalPerson(140 + index);
			return { Name: name, Email: email };
		}),
	);
	addAll(
		'channels',
		['Web', 'Phone', 'Home show'].map((name, index) => ({
			Name: name,
			Campaigns: [
				{ Id: 10 + index * 2, Name: `${name} spring` },
				{ Id: 11 + index * 2, Name: `${name} autumn` },
			],
		})),
	);
	addAll('customFields', [
		{ Name: 'Gate code', Shortcode: 'cust_gatecode', Type: 'String' },
		{ Name: 'Number of windows', Shortcode: 'cust_windows', Type: 'Integer' },
		{ Name: 'Has dog', Shortcode: 'cust_dog', Type: 'Checkbox' },
		{ Name: 'Fax', Shortcode: 'cust_fax', Type: 'String', IsActive: false },
	]);
	addAll(
		'cancelReasons',
		times(8, (index) => ({ Name: `Reason ${index + 1}` })),
	);

	addAll('blogs', [
		{ Title: 'Before the first frost', Body: 'Why gutters are best cleaned in autumn' },
		{ Title: 'Streaks on the glass', Body: 'Soft water and a good squeegee' },
		{ Title: 'Moss is patient', Body: 'What grows on a roof, and what to do about it' },
	]);

	seedSales(store, clock);
	const today = localNow(clock.now()).startOf('day');
	for (let index = 0; index < CONTACTS; index++) {
		const created = kept.write(clock.now() - (CONTACTS - index) * DAY);
		const { Id } = store
			.collection('contacts')
			.add({ ...contact(index), CreatedAt: created, UpdatedAt: created });
		if (index % 7 === 0) {
			addNotes(store, Id, [{ Title: 'Access', Body: 'Ladder is behind the shed' }]);
		}
	}
	// Three visits a workday, from 40 days ago to about 10 days ahead.
	for (let index = 0; index < 150; index++) {
		const start = today
			.plus({ days: Math.floor(index / 3) - 40 })
			.set({ hour: nth([9, 11, 14], index) });
		const past = start < today;
		const ahead = index % 13 === 4 ? TENTATIVE : SCHEDULED;
		const status = index % 11 === 6 ? CANCELLED : past ? COMPLETED : ahead;
		const booked = kept.write(start.minus({ days: 12 }).toMillis());
		store.collection('appointments').add({
			ContactId: 5001 + (index % 50),
			DateTime: shownTime(start),
			ServiceId: 301 + (index % 4),
			ServiceAgentId: status === TENTATIVE ? 0 : 401 + (index % 7),
			Duration: nth([60, 90, 120], index),
			Status: status,
			// Set on a few of the cancelled only.
			CancelReasonId: status === CANCELLED && index % 4 === 0 ? 2 : 0,
			ActualDuration: status === COMPLETED ? 75 : 0,
			Total: 90 + (index % 6) * 25,
			ApiKey: index % 5 === 0 ? 'Sandbox' : '',
			CreatedAt: booked,
			UpdatedAt: status === COMPLETED ? kept.write(start.toMillis()) : booked,
		});
	}
	seedFeed(store, clock);
}

/** Thirty proposals, of which the accepted became invoices, most of them paid. */
function seedSales(store: Store, clock: Clock): void {
	for (const name of ['House', 'Business'])
		store.collection('proposalTemplates').add({ Name: name });
	for (let index = 0; index < 30; index++) {
		const at = clock.now() - (31 - index) * DAY;
		const day = String(kept.write(at)).slice(0, 10);
		const status = nth([OPEN, 'Accepted', 'Invoiced', 'Expired', 'Declined', 'Complete'], index);
		const accepted = ['Accepted', 'Invoiced', 'Complete'].includes(status);
		const stamps = { CreatedAt: kept.write(at), UpdatedAt: kept.write(at + DAY / 2) };
		const total = 150 + index * 10;
		const { Id } = store.collection('proposals').add({
			ContactId: 5001 + index,
			ServiceId: 301 + (index % 4),
			ServiceName: nth(
				['Window cleaning', 'Gutter cleaning', 'Pressure washing', 'Holiday lights'],
				index,
			),
			Date: `${day}T00:00:00`,
			AcceptedDate: accepted ? `${String(kept.write(at + DAY / 2)).slice(0, 10)}T00:00:00` : '',
			Status: status,
			Subtotal: total,
			ChangeOrderForProposalId: 0,
			ProposalLines: [
				{ Id: 1, LineDescription: 'Whole house', Quantity: 1, UnitPrice: total, IsInternal: false },
			],
			...stamps,
		});
		if (!['Invoiced', 'Complete'].includes(status)) continue;
		const paid = status === 'Complete';
		const invoice = store.collection('invoices').add({
			ContactId: 5001 + index,
			ProposalId: Id,
			// How this one is written is not documented; as for proposals.
			Date: `${day}T00:00:00`,
			BalanceDue: paid ? 0 : total,
			Status: paid ? 'Paid' : 'Open',
			Lines: [{ Description: 'Whole house', Quantity: 1, UnitPrice: total }],
			Payments: [],
			...stamps,
		});
		if (!paid) continue;
		// The members of a payment are not documented beyond what it can be searched by.
		const payment = store.collection('payments').add({
			ContactId: 5001 + index,
			InvoiceId: invoice.Id,
			Date: `${day}T00:00:00`,
			Amount: total,
		});
		store.collection('invoices').change(invoice.Id, { Payments: [payment] }, { touch: false });
	}
}

/** The first fifty are of organization 101, which owns three towns; the others of 102. */
function contact(index: number): Row {
	const { name, email, phone } = fictionalPerson(index);
	const own = index < 50;
	const address = fictionalAddress(own ? index - (index % 5) + (index % 3) : 3);
	return {
		OrganizationId: own ? 101 : 102,
		Name: index % 12 === 5 ? `${name} and family` : name,
		Phone: bareDigits(phone),
		Email: email,
		Address1: address.street,
		City: address.city,
		State: address.state,
		Zip: address.zip,
		Category: nth(['Lead', 'Prospect', 'Customer'], index),
		Channel: nth(['Web', 'Phone', 'Home show'], index),
		Campaign: nth(['Web spring', 'Phone spring', 'Home show spring'], index),
		DigitalTrackingId: `track-${index}`,
		Tags: index % 10 === 0 ? ['VIP'] : [],
		CustomFields: index % 4 === 0 ? [{ Name: 'Number of windows', Value: String(8 + index) }] : [],
	};
}

/** For long lists, and new rows at the front of one. */
export const generators: Readonly<
	Record<string, (index: number, store: Store, clock: Clock) => Row>
> = {
	contacts: (index) => {
		const { name, email, phone } = fictionalPerson(1000 + index);
		return { Name: name, Email: email, Phone: bareDigits(phone), Zip: '00011' };
	},
	appointments: (index, _store, clock) => ({
		ContactId: 5001 + (index % 50),
		DateTime: tenOnTheDayOf(clock.now() + (index % 60) * DAY),
		ServiceId: 301 + (index % 4),
		ServiceAgentId: 401 + (index % 7),
	}),
};
