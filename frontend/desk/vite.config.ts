import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const gallery = { find: /^\.\/extra$/, replacement: fileURLToPath(new URL("gallery/index.tsx", import.meta.url)) };

// What translators are told stays here.
const sentences = {
  name: "sentences",
  enforce: "pre" as const,
  load(id: string) {
    const [file = "", query] = id.split("?", 2);
    if (query !== "raw" || !file.endsWith(".ftl")) return null;
    const said = readFileSync(file, "utf8").replaceAll(/^(?:#.*)?\n/gm, "");
    return `export default ${JSON.stringify(said)}`;
  },
};

// What a visit fetches: what every view stands on, and then the slice one opens. The many small files of a slice weigh a
// fifth more than one of the same. By itself stays what few ever need: reading a list of contacts, writing an export.
const FRAME = [
  /preload-helper/,
  /\/node_modules\/(?!papaparse|lean-qr)/,
  /\/desk\/src\/(?!main)[^/]+\.tsx?$/, // the entry stays by itself: a group that swallows it is not found from the page
  /\/desk\/src\/(?:parts|views\/(?:signin|missing))\//,
  /\/desk\/(?:gallery|src\/views\/\w+)\/index\.tsx$/,
];
const IMPORT = /\/views\/contacts\/(?:Import|Preview|pieces|csv)\.tsx?$/;
const SLICE = /\/views\/(home|answers|cases|accounts|contacts|commitments|programme)\/(?!export)\w+\.tsx?$/;
const chunks = {
  includeDependenciesRecursively: false,
  groups: [
    { name: "desk", test: (id: string) => FRAME.some((one) => one.test(id)) },
    { name: "contacts-import", test: IMPORT },
    { debugName: "slice", name: (id: string) => SLICE.exec(id)?.[1] ?? null },
  ],
};

// What is served under /desk/ obeys a policy that knows no inline script or style, so nothing may be put into the
// document itself: every file is one of its own, named after what is in it, and may be kept for ever.
export default defineConfig(({ mode }) => ({
  base: "/desk/",
  plugins: [sentences],
  resolve: { alias: mode === "gallery" ? [gallery] : [] },
  build: {
    target: "es2022",
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: chunks,
        entryFileNames: "assets/[name]-[hash].js",
        chunkFileNames: "assets/[name]-[hash].js",
        assetFileNames: "assets/[name]-[hash][extname]",
      },
    },
  },
}));
