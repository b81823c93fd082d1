'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Looks again every second and a half while something is under way; without script the page reloads itself. */
export function KeepLooking() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), 1500);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content="3" />
    </noscript>
  );
}
