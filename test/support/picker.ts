/** The value of a picker in its mode By ID, as the editor saves it. */
export const byId = (value: unknown) => ({ __rl: true, mode: 'id', value: String(value) });
