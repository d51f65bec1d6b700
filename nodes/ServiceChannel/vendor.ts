import type { IDataObject } from 'n8n-workflow';
import { DateTime } from 'luxon';

import { apiUrl } from '../shared/http/environment';
import { defineVendor, type Allowance, type Answer, type Refusal } from '../shared/define/vendor';
import { objectOf } from '../shared/http/errors';
import { environments } from './environments';
import { events } from './events';
import { moment, odataPages } from './odata';
import { resources } from './resources';

/** 300 a minute for each app. */
const PRODUCTION: Allowance = { requests: 280, perSeconds: 60, atOnce: 4 };

/** The guides say 40 a minute, but about 20 were seen to go through, and calls beyond lengthen the block. */
const SANDBOX2: Allowance = { requests: 20, perSeconds: 60, atOnce: 2 };

export const serviceChannel = defineVendor({
	name: 'ServiceChannel',
	api: {
		credentials: {
			serviceChannelApi: 'User Name and Password',
			serviceChannelOAuth2Api: 'OAuth2',
		},
		baseUrl: (credential) => apiUrl(environments, credential),
		secrets: [
			'clientSecret',
			'password',
			'accessToken',
			'oauthTokenData.access_token',
			'oauthTokenData.refresh_token',
		],
		check: 'GET /users/current/profile',
		paging: odataPages,
		id: 'Id',
		allowance: ({ environment }) => (environment === 'sandbox2' ? SANDBOX2 : PRODUCTION),
		// A status is changed by PUT together with a note, which a second call would write again.
		repeats: ['GET'],
		joins: { $filter: ' and ' },
		write: { dateTime: moment },
		many: listIn,
		failed: ({ body }) => codeIn(objectOf(body)) !== undefined,
		explain,
	},
	times: {
		read: (value) => DateTime.fromISO(String(value), { zone: 'utc' }).toMillis(),
		write: (time) => new Date(time).toISOString(),
		earlier: (written, milliseconds) =>
			String(
				DateTime.fromISO(written, { zone: 'utc', setZone: true }).minus({ milliseconds }).toISO(),
			),
	},
	resources,
	events,
});

/**
 * The reference declares bare lists, and those outside OData are; OData wraps them. Some answers that
 * it declares as one record or not at all hold a list (location notes, assets), so the one list in an
 * answer is taken for it, and an answer without any for the one record of a list.
 */
function listIn(body: unknown): IDataObject[] | undefined {
	if (Array.isArray(body)) {
		// Labels: an object with the list, in a list of its own.
		const [{ Items: items = undefined } = {}] = body as IDataObject[];
		return (body.length === 1 && Array.isArray(items) ? items : body) as IDataObject[];
	}
	const answer = objectOf(body);
	if (Array.isArray(answer.value)) return answer.value as IDataObject[];
	const lists = Object.values(answer).filter((member) => Array.isArray(member));
	if (lists.length === 1) return lists[0] as IDataObject[];
	return lists.length === 0 && Object.keys(answer).length > 0 ? [answer] : undefined;
}

const RIGHTS =
	'Your account lacks the right to do this. The sign-in works, but its user may not do this, or it is for the other side: some calls are for providers and some for subscribers only. Ask the subscriber for the right, or look at Integration > Permissions in Provider Automation.';

/** What the commoner codes of the vendor ask for. They are no HTTP statuses, though some look like one. */
const ADVICE_BY_CODE: { readonly [code: string]: string } = {
	100: RIGHTS,
	504: RIGHTS,
	804: RIGHTS,
	300: 'Check subscriber, location, provider and trade: there is no contract for this combination.',
	301: 'Check subscriber, location, provider and trade: there is no contract for this combination.',
	401: 'Check the subscriber ID.',
	501: 'ServiceChannel took too long. Look there whether it was done before you repeat it.',
	502: 'Check the ID. A record of another environment is not found either.',
	503: 'Fill in or correct what the message names.',
	904: 'Read which statuses this work order may get: GET /workorders/{workorderId}/statuses.',
	917: 'Check the work order ID: it is the tracking number, not the number of the provider.',
	921: 'The work order is invoiced or completed and cannot be changed any more.',
	924: 'The work order is invoiced or completed and cannot be changed any more.',
	925: 'The work order is invoiced or completed; for a check-in it may also mean that this subscriber takes check-ins by phone only.',
	933: 'The work order is on hold.',
	941: 'The coordinates are too far from the location.',
	942: 'The coordinates are too far from the location.',
	9001: 'Give a decline reason.',
	9002: 'Choose one of the decline reasons: this subscriber takes none in own words.',
	9100: 'Give another purchase number: this one is taken.',
};

const ADVICE_BY_STATUS: { readonly [status: number]: string } = {
	400: 'Correct what the message names and run it again.',
	401: 'The token was renewed and refused again. Check user and environment in the credential, and whether the user has the right to do this.',
	403: RIGHTS,
	404: 'Check the ID and the environment. What was created a moment ago may take some seconds to be found.',
	429: 'ServiceChannel allows an app 300 calls a minute in production and 40 in Sandbox2. Wait a minute: calls made until then lengthen the block.',
};

/** Codes come as numbers or as names, and 0 or nothing means that all is well. */
function codeIn({ ErrorCode: code, ErrorCodes: codes }: IDataObject): string | undefined {
	const [first] = Array.isArray(codes) ? (codes as unknown[]) : [];
	const given = String(code ?? first ?? '');
	return given === '' || given === '0' ? undefined : given;
}

/** Errors come in several shapes, by which part of the vendor's system turned the call away. */
function explain({ status, headers, body }: Answer): Refusal {
	const said = objectOf(body);
	const nested = objectOf(said.error ?? said.Error);
	const text = [
		said.ErrorMessage,
		said.Reason,
		said.error_description,
		said.Message,
		said.message,
		nested.message,
		nested.Message,
		said.error,
		headers['error-message'],
	].find((one): one is string => typeof one === 'string' && one.trim() !== '');
	const code = codeIn(said);
	const unknownRoute = [nested.code, nested.Code, said.Code].includes('UnsupportedApiVersion');
	const advice = unknownRoute
		? 'There is no such call in this version. Check the path, and that the base URL ends in /v3.'
		: (ADVICE_BY_CODE[code ?? ''] ?? ADVICE_BY_STATUS[status]);
	const message = text ?? `ServiceChannel answered with status ${status}`;
	return {
		message: code === undefined ? message : `${message} (code ${code})`,
		...(advice !== undefined && { advice }),
	};
}
