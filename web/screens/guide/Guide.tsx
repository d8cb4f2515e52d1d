export const Guide = () => <h1>Guide</h1>;
