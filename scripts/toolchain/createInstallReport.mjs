// Remarks on other people's packages, the same at every install: peer ranges and disabled build scripts.
const remarks = /YN00(02|04|60|86):/;

/** Passes on what Yarn says, without its standing remarks, and says every 10 seconds that it is still at work. */
export function createInstallReport(write, intervalMilliseconds = 10_000) {
  const began = Date.now();
  const timer = setInterval(
    () => write(`  … ${Math.round((Date.now() - began) / 1000)} s`),
    intervalMilliseconds,
  );
  return {
    line(text) {
      if (!remarks.test(text)) write(text);
    },
    end() {
      clearInterval(timer);
    },
  };
}
