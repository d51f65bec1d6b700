export * from './credentials/ServiceTitanApi.credentials';
export * from './nodes/ServiceTitan/ServiceTitan.node';
export * from './nodes/ServiceTitan/ServiceTitanTrigger.node';
