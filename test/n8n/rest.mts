/** The editor's own REST interface, signed in. */
export interface Rest {
	get<T>(path: string): Promise<T>;
	post<T>(path: string, body: object): Promise<T>;
	/** Fetches any address of the instance with the session's cookie, without following a redirect. */
	visit(url: string): Promise<Response>;
}

/** @param cookie from `ownerSetup` */
export function openRest(url: string, cookie: string): Rest {
	const ask = async <T,>(method: string, path: string, body?: object): Promise<T> => {
		const answer = await fetch(`${url}/rest/${path}`, {
			method,
			headers: { cookie, ...(body && { 'content-type': 'application/json' }) },
			body: body && JSON.stringify(body),
		});
		const text = await answer.text();
		if (!answer.ok) {
			throw new Error(`${method} /rest/${path} answered ${answer.status}: ${text.slice(0, 500)}`);
		}
		return (JSON.parse(text) as { data: T }).data;
	};
	return {
		get: async (path) => await ask('GET', path),
		post: async (path, body) => await ask('POST', path, body),
		visit: async (address) => await fetch(address, { headers: { cookie }, redirect: 'manual' }),
	};
}
