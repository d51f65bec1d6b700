import { file, text } from '../../../shared/define/fields';
import { create, download } from '../../../shared/define/operation';
import { defineResource } from '../../../shared/define/resource';

export const pricebookImage = defineResource({
	value: 'pricebookImage',
	name: 'Pricebook Image',
	description: 'Pictures of services, materials, equipment and categories',
	operations: {
		download: download({
			action: 'Download a pricebook image',
			request: 'GET /pricebook/v2/tenant/{tenant}/images',
			query: {
				path: text({
					label: 'Image Path',
					required: true,
					placeholder: 'Images/Service/furnace.jpg',
					description: 'As items give it; upper and lower case matter',
				}),
			},
		}),
		upload: create({
			action: 'Upload a pricebook image',
			description: 'Store a picture for now; it counts once an item is updated with its path',
			request: 'POST /pricebook/v2/tenant/{tenant}/images',
			// The documents write JSON with a binary member, which multipart is the usual form of.
			form: { file: file({ required: true, label: 'Input File Field' }) },
		}),
	},
});
