// All sentences in one file, so that a language takes one request.
const parts = import.meta.glob<string>("./nl/*.ftl", { query: "?raw", import: "default", eager: true });

export default Object.values(parts).join("\n");
