import { pick, text } from '../../shared/define/fields';
import { listAll, read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { blog as blogs } from '../pickers';
import { pascalCased, wholeList } from '../wire';

export const blog = defineResource({
	value: 'blog',
	name: 'Blog',
	description: 'A post that the brand published',
	id: 'Id',
	operations: {
		get: read({
			action: 'Get a blog',
			request: 'POST /blogs/get',
			body: { blogId: pick(blogs, { required: true, as: 'Id' }) },
			at: 'Matches[0]',
		}),
		getAll: listAll({
			action: 'Get many blogs',
			request: 'POST /blogs/find',
			body: pascalCased({ search: text({ description: 'Words to look for' }) }),
			paging: wholeList,
		}),
	},
});
