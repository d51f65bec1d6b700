/** Events of ServiceChannel that only the other side of the vendor has. */
export const serviceChannelAccounts: Readonly<Record<string, string>> = {};
