const SUBSCRIBER = 'serviceChannelApi:subscriber';

/** Events of ServiceChannel that a provider may not see. */
export const serviceChannelAccounts: Readonly<Record<string, string>> = {
	invoiceCreated: SUBSCRIBER,
	invoiceCreatedOrUpdated: SUBSCRIBER,
	invoiceUpdated: SUBSCRIBER,
	rfpCreated: SUBSCRIBER,
	rfpCreatedOrUpdated: SUBSCRIBER,
	rfpUpdated: SUBSCRIBER,
};
