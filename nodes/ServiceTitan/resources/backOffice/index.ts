import type { Resource } from '../../../shared/define/resource';
import { activityCode } from './activityCode';
import { adjustment } from './adjustment';
import { apCredit } from './apCredit';
import { apPayment } from './apPayment';
import { category } from './category';
import { discountOrFee } from './discountOrFee';
import { equipment } from './equipment';
import { glAccount } from './glAccount';
import { grossPayItem } from './grossPayItem';
import { inventoryBill } from './inventoryBill';
import { invoiceTemplate } from './invoiceTemplate';
import { jobPay } from './jobPay';
import { journalEntry } from './journalEntry';
import { material } from './material';
import { materialMarkup } from './materialMarkup';
import { paymentTerm } from './paymentTerm';
import { paymentType } from './paymentType';
import { payroll } from './payroll';
import { payrollAdjustment } from './payrollAdjustment';
import { pricebook } from './pricebook';
import { pricebookImage } from './pricebookImage';
import { purchaseOrder } from './purchaseOrder';
import { purchaseOrderMarkup } from './purchaseOrderMarkup';
import { purchaseOrderRequest } from './purchaseOrderRequest';
import { purchaseOrderType } from './purchaseOrderType';
import { rateSheet } from './rateSheet';
import { receipt } from './receipt';
import { inventoryReturn } from './return';
import { returnType } from './returnType';
import { service } from './service';
import { taxZone } from './taxZone';
import { timesheetCode } from './timesheetCode';
import { transfer } from './transfer';
import { truck } from './truck';
import { vendor } from './vendor';
import { warehouse } from './warehouse';

/** Pricebook, inventory, payroll and bookkeeping. */
export const backOfficeResources: readonly Resource[] = [
	activityCode,
	adjustment,
	apCredit,
	apPayment,
	category,
	discountOrFee,
	equipment,
	glAccount,
	grossPayItem,
	inventoryBill,
	invoiceTemplate,
	jobPay,
	journalEntry,
	material,
	materialMarkup,
	paymentTerm,
	paymentType,
	payroll,
	payrollAdjustment,
	pricebook,
	pricebookImage,
	purchaseOrder,
	purchaseOrderMarkup,
	purchaseOrderRequest,
	purchaseOrderType,
	rateSheet,
	receipt,
	inventoryReturn,
	returnType,
	service,
	taxZone,
	timesheetCode,
	transfer,
	truck,
	vendor,
	warehouse,
];
