import { appointment } from './appointment';
import { campaign } from './campaign';
import { campaignCategory } from './campaignCategory';
import { category } from './category';
import { coupon } from './coupon';
import { employee } from './employee';
import { invoice } from './invoice';
import { location } from './location';
import { locationZipcode } from './locationZipcode';
import {
	household,
	invoiceStatus,
	marketingEmail,
	postalCode,
	reviewSource,
	taxRate,
} from './lookups';
import { review } from './review';
import { service, serviceSetting } from './service';
import { undocumentedResources } from './undocumented';

/** Documented ones, of some of which only a part is documented, and then those that are only named. */
export const resources = [
	appointment,
	campaign,
	campaignCategory,
	category,
	coupon,
	employee,
	household,
	invoice,
	invoiceStatus,
	location,
	locationZipcode,
	marketingEmail,
	postalCode,
	review,
	reviewSource,
	service,
	serviceSetting,
	taxRate,
	...undocumentedResources,
];
