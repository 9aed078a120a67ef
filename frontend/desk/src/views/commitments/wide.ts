// Whether there is room for the languages beside each other.

import { useEffect, useState } from "preact/hooks";

const ROOM = "(min-width: 60rem)";

export function useWide(): boolean {
  const [isWide, see] = useState(() => matchMedia(ROOM).matches);
  useEffect(() => {
    const room = matchMedia(ROOM);
    const look = () => see(room.matches);
    room.addEventListener("change", look);
    return () => room.removeEventListener("change", look);
  }, []);
  return isWide;
}
