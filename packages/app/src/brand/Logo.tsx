/** Three steps up from the ground to a point: the mark of the suite. */
export function Logo({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="#14304a" />
      <path
        d="M6 25h20"
        stroke="#ffffff"
        strokeWidth="3"
        strokeLinecap="round"
      />
      <path
        d="M8 20.5h6v-5h5v-5h5"
        fill="none"
        stroke="#5fd0b5"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="24" cy="7" r="2.5" fill="#ffffff" />
    </svg>
  );
}
