// `pnpm bench` is reserved. The benches come with the read models and the import (issue “Performance metrics and
// strategies, whole”): rows a second into the stage, and the latency of dashboard, metric page and ranking, each as a ratio
// to a bare-SQL server in the same run. Until then it measures nothing, and says so.
console.log("There is nothing to measure yet: the benches come with the import and the national data set.");
