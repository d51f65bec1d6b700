import { choice, select, text } from '../../shared/define/fields';
import { businessUnit, userRole } from '../pickers';

/** What technicians and employees have in common. */
export const creation = {
	name: text({ required: true }),
	roleId: select(userRole, { required: true }),
	accountCreationMethod: choice(
		[
			['Assign Login and Password', 'AssignLoginAndPassword'],
			['Create Later', 'CreateLater'],
			['Send Invite', 'SendInvite'],
		],
		{ required: true, default: 'SendInvite', label: 'Account' },
	),
};

export const contactable = {
	phoneNumber: text(),
	businessUnitId: select(businessUnit),
	azureUser: text({ as: 'aadUserId', label: 'Azure AD User ID' }),
};

export const login = text({ description: 'The user name' });

const accountActions = [
	'Activate',
	'Deactivate',
	['Send Invite', 'SendInvite'],
	['Send Password Reset Link', 'SendPasswordResetLink'],
] as const;

export const accountAction = choice(accountActions, {
	required: true,
	as: 'action',
	label: 'Action',
});

/** Only with the account that is assigned a login and a password. */
export const password = text({
	secret: true,
	label: 'Initial Password',
	description: 'Needs a login, too',
});
