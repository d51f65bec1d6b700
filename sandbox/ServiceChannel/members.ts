/*
 * The members of the bodies of the vendor's calls, from its Swagger document: `name:type`, with `*`
 * for a list, `!` for one that must be there, and braces around the members of a structure.
 */
export const MEMBERS: Readonly<Record<string, string>> = {
	'DELETE /workorders/{workorderId}/label': 'LabelId:int Label:text Actor:text',
	'DELETE /workorders/{workorderId}/labels': 'LabelIds:int*! Actor:text',
	'PATCH /workorders/{workorderId}/notes/{noteId}': 'IsPinned:flag!',
	'POST /GetFilteredLocations': `ProviderId:int LocationIds:int* Name:text Address:text CountryId:int StateIds:int*
		City:text Region:text District:text IncludeClosedLocations:flag`,
	'POST /NotificationSubscriptions/Http': `Url:text! Enabled:flag Name:text! EventTypes:text*! Rules{ Trades:text* Categories:text*
		Statuses:text* }`,
	'POST /NotificationWebHooks': `Subscriptions[]{ Name:text! EventTypes:text*! Rules{ Trades:text* Categories:text*
		Statuses:text* } } Enabled:flag Name:text! Description:text Url:text!`,
	'POST /assets': `Tag:text! ParentAssetTagId:text Manufacturer:text! ModelNo:text SerialNo:text
		LocationId:int Area:text WorkOrderArea:text StoreId:text! Trade:text TradeId:int
		Type:text! AssetTypeId:int BrandId:int Active:flag InstallDate:text PurchaseDate:text
		ManufacturedDate:text Warranty{ NTE:num Priority:text PriorityId:int Category:text
		CategoryId:int Provider:any Expiration:any } UsesRefrigerant:int IsLeased:flag
		LifeExpectancy:int OriginalValue:num LeaseDate:text LeasePeriod:int Condition:int
		EnergyEfficiency:text Capacity:text HasLeakDetector:flag ParentId:int Description:text
		HasComponents:flag HasCircuits:flag ClearAssetTag:flag AssetTag:text IsInspection:flag
		ProcessDuplicatedAssetTag:flag IsCarbReporting:flag ApplyCustom:flag CustomAttributes[]{
		EquipmentAttributeId:int EquipmentTypeAttributeId:int ValueType:int EquipmentId:int
		Value:any ValueText:text SelectedOptionsText:text Visible:flag Editable:flag
		Required:flag Name:text Custom:flag } AssetUpdatesStatus:text LocationNoteHeader:text
		LocationNoteValue:text Currency:int`,
	'POST /assets/getfilteredassets': `AssetIds:int* AssetStatuses:int* ParentIds:int* LocationIds:int* StoreIds:text*
		AssetTypes:int* AssetTypeNames:text* RefrigerantTypesIds:int* TradeIds:int*
		ProviderTrades:text* TagIds:text* ModelNumbers:text* SerialNumbers:text*
		WorkOrderAreas:text* LeakDetectorIds:int* WarantyExpirationDateFrom:time
		WarrantyExpirationDateTo:time InstallDeactivatedDateFrom:time
		InstallDeactivatedDateTo:time DeactivatedDateFrom:time DeactivatedDateTo:time
		InstallDateFrom:time InstallDateTo:time PurchaseDateFrom:time PurchaseDateTo:time
		LeaseDateFrom:time LeaseDateTo:time CreatedDateFrom:time CreatedDateTo:time
		ModifiedDateFrom:time ModifiedDateTo:time SortField:text SortDirection:text
		IsWoDateNecessary:flag RefrigerantOnly:flag NonRefrigerantOnly:flag
		IncludeDeactivated:flag DeactivatedOnly:flag HasCircuits:flag IsCircuit:flag
		HasComponents:flag IsComponent:flag HasAssetTag:flag AttachmentsFlag:text
		ChronicLeakRate:flag StartIndex:int PageSize:int Conditions:int*
		AssetUpdatesStatuses:int* SearchAdditionalTrades:flag IsLeakDetector:flag
		IncludeRetiredContracts:flag SearchByText:text SubscriberId:int AssetTypeGroupIds:int*
		AssetTags:text* Districts:text* Regions:text* Countries:int* States:int*
		LocationNames:text* Cities:text* AssetStatus:text AssetUpdatesStatus:text RecIds:int*
		UncategorizedOnly:flag WarrantyStatuses:int* ExternalSubscriberIds:int*
		ShowOnlyExternalAssets:flag IncludeTotalCostOfOwnership:flag
		AssetValidationStatuses:int* IncludeCustomAttributes:flag WithoutCircuitsOnly:flag
		LocationNotes:any* WithoutAssetTags:flag SubscriberIds:int* Brands:int*`,
	'POST /assets/workorders/removeassets': 'RecId:int AssetIds:int*',
	'POST /invoices': `InvoiceNumber:text! InvoiceDate:time InvoiceDateDTO:time WoIdentifier:text!
		InvoiceTax:num PostedTaxRate:num NonTaxableLabor:int NonTaxableTravel:int
		NonTaxableMaterial:int NonTaxableFreight:int NonTaxableOther:int
		WithMismatchedRates:flag InvoiceTotal:num InvoiceText:text InvoiceAmountsDetails{
		LaborAmount:num MaterialAmount:num TravelAmount:num FreightAmount:num OtherAmount:num
		OtherDescription:text } InvoiceTaxesDetails{ LaborTaxPercent:num MaterialTaxPercent:num
		TravelTaxPercent:num FreightTaxPercent:num OtherTaxPercent:num LaborTax:num
		MaterialTax:num TravelTax:num FreightTax:num OtherTax:num } Tax2Details{ Tax2Amount:num
		Tax2Name:text } TaxIncluded{ LaborTaxIncluded:text TravelTaxIncluded:text
		MaterialTaxIncluded:text FreightTaxIncluded:text OtherTaxIncluded:text } Labors[]{
		PriceListId:int PriceListName:text SkillLevelName:text LaborTypeName:text
		SkillLevel:text LaborType:text NumOfTech:text HourlyRate:num Hours:num Amount:num
		IsOffShore:flag ServiceType:text CityPerformed:text RateDiscrepancyReason:text
		isNontaxableVATEU:flag } Materials[]{ Id:int InvoiceId:int Description:text PartNum:text
		UnitType:text UnitPrice:num PartName:text MarkUpPercent:num AgreedMarkUpPercent:num
		MarkUpDiscrepancyReason:text AgreedPartPrice:num Quantity:num Amount:num
		PriceDiscrepancyReason:text isNontaxableVATEU:flag } Travels[]{ Id:int InvoiceId:int
		Description:text UnitType:text UnitPrice:num Quantity:num Amount:num IsOffShore:flag
		isNontaxableVATEU:flag } Others[]{ Id:int InvoiceId:int Description:text Type:text
		Amount:num UnitType:text UnitPrice:num Quantity:num AgreedUnitPrice:num
		UnitPriceDiscrepancyReason:text PriceListOtherChargeId:int isNontaxableVATEU:flag }
		ExplainDispute:text SubmitDisputed:flag VendorId:int Terms:text Attachments[]{ Name:text
		Description:text Path:text Visibility:int IsInvoiceDigitalCopy:flag }`,
	'POST /invoices/Payments':
		'Payments[]{ InvoiceId:int PaymentDate:time PaymentNumber:text PaymentAmount:num }',
	'POST /invoices/{invoiceId}/Payment': 'PaymentDate:time! PaymentNumber:text! PaymentAmount:num!',
	'POST /locations/{locationId}/notes': 'Header:text! Value:text',
	'POST /locations/{storeId}/updateNotes': 'Notes[]{ Header:text Value:text }',
	'POST /odata/workorders/filter':
		'Expand:text Select:text Filter:text Orderby:text Count:text Top:int Skip:int',
	'POST /resolutionCodes': `WorkOrderId:int! ResolutionCodeIds:int* ResolutionCodes[]{ Key:int Text:text
		AssetCategoryId:int }`,
	'POST /resolutionCodes/rootCauses':
		'WorkOrderId:int! RootCauses[]{ Key:int Text:text AssetCategoryId:int }',
	'POST /rfps': `Number:text PONumber:text WONumber:text TradeId:int! Description:text! Status:text
		Date:time DateString:text DueHrs:num DueDate:time DueDateString:text Location{ Id:int
		StoreId:text } Language:text ProviderId:int! ResponseDate:time
		ProposalNotificationEmail:text ProviderEmail:text ProposalTemplateId:int WorkOrderId:int
		ProjectId:int`,
	'POST /test/webhooks/notifications': 'Url:text',
	'POST /tradesmen':
		'FullName:text! CompanyName:text FixxbookCompanyId:int MobileNumber:text Email:text!',
	'POST /workorders': `Number:text PurchaseNumber:text HasTruncatedDescription:flag ContractInfo{
		SubscriberId:int LocationId:int StoreId:text ProviderId:int TradeName:text TradeId:int
		IsTradeDeleted:flag } Comment:text SetupId:int AssetId:int ReplaceAsset:flag
		CallerName:text Category:text! CategoryId:int Priority:text! PriorityId:int Nte:num
		CallDate:text! CallDateDto:time ScheduledDate:text ScheduledDateDto:time
		CompletedDate:text ProblemSource:text Description:text! ProblemCode:text!
		RecallWorkOrder:int ServiceNowId:text CurrencyId:int FollowupWorkOrder:int
		ApprovalCode:text IssueRequestInfo{ AreaId:int! ExtendedAreaName:text ProblemType:text
		AssetType:text } DispatchSettingsInfo{ NotificationDisabled:flag EmailHeader:text
		SendAlertToFM:flag ShowLastServiceCall:flag IsTest:flag CcRecipients:text
		InvalidRecipients:text } Status{ Primary:text! Extended:text! } ExtendedInfo{
		ExpirationDate:time GracePeriod:int Tax:num Tax2:num Tax2Type:text Price:num
		AutoInvoice:flag CallerIdMatch:flag AutoComplete:flag AutoDispatch:flag
		IsTransferAsset:flag NewLocationIdForAssetTransfer:int AssetTransferCode:int }
		Attachments[]{ Name:text Description:text Path:text Type:text MediaType:text
		Visibility:int IsInvoiceDigitalCopy:flag IsLocationAttachment:flag }
		IgnoreAttachmentsRequiredFlag:flag ApiRequest:flag Materials[]{ Quantity:num
		Description:text Price:num Reason:text SupplierPartId:text SupplierPartAuxiliaryId:text
		SupplierName:text NteMultiplier:num DefaultNte:num } MaterialsUsed[]{ AssetId:int
		RecId:int Quantity:num UnitCost:num IsRefrigerant:flag IsInventoryPart:flag UseDate:time
		UseDateStr:text ReasonCode:int ReasonCodeId:int PartNumber:text PartName:text
		PartGroup:text PartGroupId:int SupplierName:text Description:text
		RefrigerantChargeOptionsId:int RefrigerantChargeVendor:text InventoryLocationId:int
		InventoryLocationGuid:text InventoryPartId:int RefrigerantUseReason:any
		RefrigerantRemovalStatus:text RefrigerantTypeId:int RefrigerantTypeName:text
		SubmitMoeQtyExceeded:flag MoeNumber:text IsRetrofit:text } AdditionalFields[]{ Name:text
		Value:text } IssueListHeaderId:int ProposedNte:num NotifyProvider:flag
		IsDashboardRequest:flag FloorPlansImagePath:text AssigneeUserId:int SessionId:text
		ProjectId:int WeatherTypeId:int LabelId:int Labels:text* AdditionalApprovalCodesList:any
		LeaseNote:text UserName:text UserId:int WorkFlowTypeId:int EstimatedCompletionDate:time
		IsAnomalyProviderOverwritten:flag Anomaly{ TradeAnomalous:flag TradeScore:num
		NTEAnomalous:flag NTEScore:num FirstTimeFixAnomalous:flag FirstTimeFixScore:num
		Top1PrimaryTrade:text InvoiceTotalWithoutProposal25:num
		InvoiceTotalWithoutProposalMedian:num InvoiceTotalWithProposal75:num }
		DecisionAnswers[]{ Id:text Answer:text } AssetNotListed:flag SpaceId:int
		LocationPath:text`,
	'POST /workorders/attachmentAsBase64': `poNumber:text! file:text! fileName:text extension:text description:text actor:text
		isInvoiceDigitalCopy:flag`,
	'POST /workorders/labels': 'Labels:text*!',
	'POST /workorders/{workorderId}/notes': `Note:text! MailedTo:text ActionRequired:flag ScheduledDate:time FollowUpDate:time
		IsFollowUpDateChanged:flag AttachmentsIds:int* Visibility:int Actor:text
		NotifyFollowers:flag DoNotSendEmail:flag IsPinned:flag`,
	'POST /workorders/{workorderId}/parts': 'Parts[]{ Quantity:num Description:text Price:num }',
	'POST /workorders/{workorderId}/resolution': 'Resolution:text! Actor:text',
	'POST /workorders/{workorderId}/universalCheckIn': `WorkTypeId:int UserId:int TechsCount:int Latitude:num Longitude:num CheckInTime:time
		Actor:text`,
	'POST /workorders/{workorderId}/universalCheckOut': `WorkTypeId:int PrimaryStatus:text ExtendedStatus:text ActionStatus:text Resolution:text
		UserId:int TechsCount:int Latitude:num Longitude:num CheckOutTime:time CheckoutAll:flag
		Actor:text SignatureAttachmentId:int UnableObtainSignatureNoteId:int
		UnableObtainSignatureNoteDocumentId:text`,
	'POST /workorders/{workorderId}/workactivities':
		'WorkTypeId:int CheckInDate:time CheckOutDate:time Name:text',
	'PUT /NotificationSubscriptions/Http/{id}': `Id:int Url:text! Enabled:flag Name:text! EventTypes:text*! Rules{ Trades:text*
		Categories:text* Statuses:text* }`,
	'PUT /NotificationWebHooks/{id}': `Subscriptions[]{ Id:int Name:text! EventTypes:text*! Rules{ Trades:text*
		Categories:text* Statuses:text* } } Id:int ResetOptions:flag Enabled:flag Name:text!
		Description:text Url:text!`,
	'PUT /assets': `Id:int NeedUpdateParentId:flag ProcessDuplicatedAssetTag:flag OverwriteIfEmpty:flag
		Tag:text! ParentAssetTagId:text Manufacturer:text! ModelNo:text SerialNo:text
		LocationId:int Area:text WorkOrderArea:text StoreId:text! Trade:text TradeId:int
		Type:text! AssetTypeId:int BrandId:int Active:flag InstallDate:text PurchaseDate:text
		ManufacturedDate:text Warranty{ NTE:num Priority:text PriorityId:int Category:text
		CategoryId:int Provider:any Expiration:any } UsesRefrigerant:int IsLeased:flag
		LifeExpectancy:int OriginalValue:num LeaseDate:text LeasePeriod:int Condition:int
		EnergyEfficiency:text Capacity:text HasLeakDetector:flag ParentId:int Description:text
		HasComponents:flag HasCircuits:flag ClearAssetTag:flag AssetTag:text IsInspection:flag
		IsCarbReporting:flag ApplyCustom:flag CustomAttributes[]{ EquipmentAttributeId:int
		EquipmentTypeAttributeId:int ValueType:int EquipmentId:int Value:any ValueText:text
		SelectedOptionsText:text Visible:flag Editable:flag Required:flag Name:text Custom:flag
		} AssetUpdatesStatus:text LocationNoteHeader:text LocationNoteValue:text Currency:int`,
	'PUT /assets/updateAssetStatus': 'AssetId:int Status:int',
	'PUT /assets/workorders/attachassets': 'RecId:int Assets:any',
	'PUT /assets/workorders/{workorderId}/attach': 'AssetId:int',
	'PUT /locations/{locationId}': `StoreId:text! Name:text! Latitude:num Longitude:num Distance:num Address1:text
		Address2:text City:text State:text StateId:int Region:text District:text Zip:text
		Country:text CountryId:int ClosedDate:time OpenDate:time Email:text Phone:text
		Contact:text FaxNumber:text LocationTypeId:int SquareValue:num SquareMeasure:text`,
	'PUT /proposals/{proposalId}/approve': `Comment:text ProviderEmail:text UserEmail:text RejectReasonCodeId:int ActionSource:text
		ReasonString:text Actor:text AttachmentstoWO:flag PinNote:flag`,
	'PUT /proposals/{proposalId}/assignUser':
		'UserId:int! Comments:text UserEmail:text ReasonString:text Note:text PinNote:flag',
	'PUT /proposals/{proposalId}/onhold': `Comment:text ProviderEmail:text UserEmail:text RejectReasonCodeId:int ActionSource:text
		ReasonString:text Actor:text AttachmentstoWO:flag PinNote:flag`,
	'PUT /proposals/{proposalId}/open': `Comment:text ProviderEmail:text UserEmail:text RejectReasonCodeId:int ActionSource:text
		ReasonString:text Actor:text AttachmentstoWO:flag PinNote:flag`,
	'PUT /proposals/{proposalId}/reject': `Comment:text ProviderEmail:text UserEmail:text RejectReasonCodeId:int ActionSource:text
		ReasonString:text Actor:text AttachmentstoWO:flag PinNote:flag`,
	'PUT /rfps/{rfpId}/assign': 'ProviderId:int! ProviderEmail:text',
	'PUT /workorders/{workOrderId}/accept': 'Note:text',
	'PUT /workorders/{workOrderId}/decline': 'DeclineReasonId:int CustomDeclineReason:text Note:text',
	'PUT /workorders/{workorderId}/category': 'Value:text! Actor:text Id:int',
	'PUT /workorders/{workorderId}/description': 'Value:text! Actor:text',
	'PUT /workorders/{workorderId}/label': 'LabelId:int Label:text Actor:text',
	'PUT /workorders/{workorderId}/labels': 'LabelIds:int*! Actor:text',
	'PUT /workorders/{workorderId}/link': 'WorkorderIds:int* UnlinkLinkedWorkorders:flag',
	'PUT /workorders/{workorderId}/nte': `Details{ Tax:num Tax2:num Price:num Tax2Type:text } CurrencyId:int Value:text
		ProviderEmail:text Actor:text`,
	'PUT /workorders/{workorderId}/parts':
		'Parts[]{ Id:int Quantity:num Description:text Price:num }',
	'PUT /workorders/{workorderId}/ponumber': 'Value:text! Actor:text',
	'PUT /workorders/{workorderId}/priority': 'Value:text! Actor:text',
	'PUT /workorders/{workorderId}/reassign': `WorkorderId:int Trade:text Problem:text ProblemCode:text CurrencyId:int Nte:num
		GlCode:text ReasonId:int! ProviderId:int! Category:text Priority:text Note:text
		ProcessName:text RequestEmail:text RequestEmailCopy:text NotifyProvider:flag
		AdditionalApprovalCodes[]{ Value:text Options:any* Header:text SetupId:int
		LocationId:int DefaultOptionId:int ValueFormat:int EditableAtLineItemLevel:int }
		ScheduledDate:time OriginalETA:time RefreshApprovalCodes:flag RecallWorkOrderId:int
		LocationId:int PurchaseOrder:text ApiRequest:flag Actor:text LabelId:int Label:text
		DeleteLabel:flag CategoryId:int LabelIds:int*`,
	'PUT /workorders/{workorderId}/scheduledate': 'Value:text! Actor:text',
	'PUT /workorders/{workorderId}/status': `Status{ Primary:text! Extended:text! } Note:text Actor:text DeclineReasonId:int
		CustomDeclineReason:text`,
	'PUT /workorders/{workorderId}/trade': 'Value:text! Actor:text',
	'PUT /workorders/{workorderId}/unlink': 'WorkorderIds:int* UnlinkAllLinkedWorkorders:flag',
	'PUT /workorders/{workorderId}/wonumber': 'Value:text! Actor:text',
	'PUT /workorders/{workorderId}/workactivities/{workactivityId}':
		'CheckInDate:time CheckOutDate:time Name:text',
};
