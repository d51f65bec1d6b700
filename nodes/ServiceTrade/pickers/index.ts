export * from './money';
export * from './people';
export * from './places';
export * from './records';
export * from './work';
