import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import './globals.css';

export const metadata: Metadata = {
  title: { default: '政府信息公开', template: '%s - 政府信息公开' },
  icons: { icon: '/icon.svg' },
  formatDetection: { telephone: false, date: false, address: false, email: false },
};

/** The root element itself comes from the outermost layout of each side (components/ui/html.tsx). */
export default function RootLayout({ children }: { children: ReactNode }) {
  return children;
}
