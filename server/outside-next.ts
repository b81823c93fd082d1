// Stands in for the package `server-only` where no bundler watches: see tsconfig.server.json.
export {};
