export const Indicator = () => <h1>Indicator</h1>;
