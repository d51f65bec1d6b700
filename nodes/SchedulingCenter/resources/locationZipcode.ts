import { list, pick, text } from '../../shared/define/fields';
import { listAll, operation, read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { location, locationZipcode as locationZipcodes } from '../pickers';
import { snakeCased } from '../wire';
import { undocumentedOperations } from './controller';
import { listFilters, notices } from './fields';

const { undocumented } = notices;

const zipcode = { label: 'ZIP', placeholder: '80228' };

/** The parameters of the three extra actions are inferred from the columns of the record. */
export const locationZipcode = defineResource({
	value: 'locationZipcode',
	name: 'Location ZIP Code',
	description:
		'A postal code that a location serves, one location for each (the vendor documents only Get Many)',
	operations: {
		...undocumentedOperations({
			value: 'locationZipcode',
			name: 'Location ZIP Code',
			plural: 'Location ZIP Codes',
			controller: 'locationsZipcodes',
			picker: locationZipcodes,
			columns: snakeCased({
				zipcode: text(zipcode),
				locationId: pick(location),
				displayLocationId: pick(location, {
					label: 'Display Location',
					description: 'The location to show to the public in its place',
				}),
			}),
		}),
		exists: read({
			action: 'Check whether a ZIP code is assigned',
			request: 'GET /locationsZipcodes/exists',
			query: snakeCased({
				zipcode: text({ ...zipcode, required: true }),
				locationId: pick(location),
			}),
			...undocumented,
		}),
		getAll: listAll({
			action: 'Get many location ZIP codes',
			description: 'Where there is a display location, that is the one to show to customers',
			request: 'GET /locationsZipcodes',
			query: {
				...snakeCased({
					code: text({
						label: 'Location Code',
						description: 'A part of it is enough, so add the franchise',
					}),
					zipcode: text(zipcode),
					locationId: pick(location),
				}),
				...listFilters,
			},
		}),
		reassign: operation({
			action: 'Reassign a ZIP code',
			description: 'Moves it to another location',
			request: 'POST /locationsZipcodes/reassign',
			returns: 'nothing',
			body: snakeCased({
				zipcode: text({ ...zipcode, required: true }),
				locationId: pick(location, { required: true }),
			}),
			...undocumented,
		}),
		saveList: operation({
			action: 'Save the ZIP codes of a location',
			request: 'POST /locationsZipcodes/saveList',
			returns: 'nothing',
			body: snakeCased({
				zipcodes: list({
					label: 'ZIPs',
					required: true,
					// One text, as the vendor's own remark on this action says.
					write: (codes) => String(codes),
				}),
				locationId: pick(location, { required: true }),
			}),
			...undocumented,
		}),
	},
});
