import { choice, flag, json, text } from '../define/fields';
import { operation } from '../define/operation';
import { defineResource, type Resource } from '../define/resource';
import type { Route, Vendor } from '../define/vendor';

/** A call of the user's own making, for whatever the vendor offers beyond the listed operations. */
const customRequest = defineResource({
	value: 'customRequest',
	name: 'Custom API Request',
	description: 'Any other call, with the same sign-in, pace, retry and error messages',
	operations: {
		send: operation({
			name: 'Send',
			action: 'Send a custom API request',
			// Not sent as it stands: `run` takes the method and the path from the user.
			request: 'GET /',
			query: {
				method: choice(['DELETE', 'GET', 'PATCH', 'POST', 'PUT'], {
					required: true,
					default: 'GET',
				}),
				route: text({
					label: 'Path',
					required: true,
					placeholder: '/path/of/the/call',
					description: 'As the vendor’s reference writes it, without the base URL',
				}),
				parameters: json({
					label: 'Query Parameters',
					shown: true,
					description: 'An object with a member for each query parameter',
				}),
				payload: json({
					label: 'Body',
					shown: true,
					description: 'The object to send as JSON',
				}),
				allPages: flag({
					label: 'Read All Pages',
					shown: true,
					description: 'Whether the answer is a list that should be read to its end',
				}),
			},
			async run({ method, route, parameters, payload, allPages }, call) {
				const path = route.trim().replace(/^\/?/, '/');
				if (/:\/\/|\.\.|\\/.test(path)) {
					throw call.refuse(
						`Path: "${route}" is not a path of this API`,
						'Give the part that follows the base URL, for example /path/of/the/call.',
					);
				}
				const asked: Route = `${method} /${path.slice(1)}`;
				const parts = { query: parameters, body: payload };
				return allPages ? await call.list(asked, parts) : await call.send(asked, parts);
			},
		}),
	},
});

/** The vendor's resources and the one that every vendor has. */
export const resourcesOf = ({ resources }: Pick<Vendor, 'resources'>): readonly Resource[] => [
	...resources,
	customRequest,
];
