import { Answer, Refusal, type RefusalKind } from '../core/refusal';

/** The vendor's own numbers, which are no HTTP statuses. */
export const CODES = {
	noContract: 301,
	badSubscriber: 401,
	notFound: 502,
	badRequest: 503,
	noRights: 504,
	noAccess: 804,
	unknownLocation: 603,
	storeId: 606,
	problemSource: 901,
	statusNotAllowed: 904,
	nte: 905,
	priority: 912,
	trackingNumber: 917,
	invoiced: 921,
	paymentRefused: 1178,
	invoiceContent: 1103,
	invoiceExists: 1105,
	invoiceNumberTaken: 1107,
	invoiceNumberForm: 1180,
	checkInDenied: 924,
	checkOutDenied: 925,
	checkInTooFar: 941,
	checkOutTooFar: 942,
	declineReason: 9001,
} as const;

/** A refusal with one of the vendor's numbers in its body; HTTP 400 unless said. */
export class CodedRefusal extends Refusal {
	constructor(
		readonly code: number,
		message: string,
		{ kind = 'invalid', status = 400 }: { kind?: RefusalKind; status?: number } = {},
	) {
		super(kind, message, { status });
	}
}

/** The token is fine, the right is not there: a 401 all the same. */
export function noRights(message: string): CodedRefusal {
	return new CodedRefusal(CODES.noRights, message, { kind: 'forbidden', status: 401 });
}

/** A query option that OData cannot make sense of. */
export class QueryRefusal extends Refusal {
	constructor(message: string) {
		super('invalid', message);
	}
}

function coded(status: number, code: number, message: string): Answer {
	return new Answer(status, {
		ErrorCodes: [code],
		ErrorCode: code,
		ErrorMessage: message,
		Data: null,
	});
}

export function errors(refusal: Refusal): Answer {
	const { kind, status, message } = refusal;
	if (refusal instanceof CodedRefusal) return coded(status, refusal.code, message);
	if (refusal instanceof QueryRefusal) {
		return new Answer(status, { error: { code: '', message } });
	}
	switch (kind) {
		case 'unknownRoute':
			// Only the name of the code is documented.
			return new Answer(400, { error: { code: 'UnsupportedApiVersion', message } });
		case 'tooManyRequests':
			return new Answer(status, {
				Reason:
					'Request has been throttled. Your current Application limit is [300] per [1] minute',
			});
		case 'notAuthorised':
		case 'wrongMethod':
		case 'unsupported':
			return new Answer(status, { Message: message });
		case 'notFound':
			return coded(status, CODES.notFound, message);
		case 'forbidden':
			return coded(401, CODES.noRights, message);
		default:
			return coded(status, CODES.badRequest, message);
	}
}
