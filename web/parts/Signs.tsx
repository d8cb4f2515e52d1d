/** Verdict signs and fills, once per page. Width 0 and not `display: none`, or the fills vanish. */
export const Signs = () => (
  <svg width="0" height="0" style={{ position: 'absolute' }} aria-hidden="true">
    <defs>
      <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="pat-bg" width="6" height="6" />
        <path className="hatch-line" d="M0 0v6" />
      </pattern>
      <pattern id="dots" width="5" height="5" patternUnits="userSpaceOnUse">
        <rect className="pat-bg" width="5" height="5" />
        <circle className="dots-dot" cx="2.5" cy="2.5" r=".9" />
      </pattern>
      <symbol id="v-better" viewBox="0 0 18 18">
        <path d="M1.5 13h15" stroke="currentColor" strokeWidth="2" />
        <circle cx="9" cy="5.2" r="4.2" fill="currentColor" />
      </symbol>
      <symbol id="v-worse" viewBox="0 0 18 18">
        <path d="M1.5 4h15" stroke="currentColor" strokeWidth="2" />
        <path d="M9 7l5 5.2-5 5.2-5-5.2z" fill="currentColor" />
      </symbol>
      <symbol id="v-same" viewBox="0 0 18 18">
        <path d="M1.5 9h3.2M13.3 9h3.2" stroke="currentColor" strokeWidth="2" />
        <circle cx="9" cy="9" r="3.6" fill="none" stroke="currentColor" strokeWidth="2" />
      </symbol>
      <symbol id="v-unclear" viewBox="0 0 18 18">
        <path d="M1.5 15.5h3M7.5 15.5h3M13.5 15.5h3" stroke="currentColor" strokeWidth="2" />
        <path
          d="M5.6 4.6C5.8 2.4 7.2 1.3 9 1.3c2 0 3.4 1.2 3.4 3 0 2.3-3.3 2.5-3.4 4.9"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
        />
        <circle cx="9" cy="11.9" r="1.25" fill="currentColor" />
      </symbol>
    </defs>
  </svg>
);
