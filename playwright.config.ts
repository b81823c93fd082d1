import { existsSync } from 'node:fs';
import { defineConfig, devices } from '@playwright/test';
import chromium109 from '@sparticuz/chromium';
import type { Readers } from '@/e2e/support/public-story';

// Debian's Chromium where there is one, else Playwright's own.
const debian = '/usr/bin/chromium';
const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
const args = ['--no-sandbox', ...quiet, '--disable-component-update', '--disable-sync'];
const present = { args, ...(existsSync(debian) && { executablePath: debian }) };

export default defineConfig<{ readers: Readers }>({
  testDir: 'e2e',
  tsconfig: 'tsconfig.server.json',
  globalSetup: './e2e/support/server.ts',
  outputDir: 'test-results/e2e',
  workers: 2,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: { locale: 'zh-CN', timezoneId: 'Asia/Shanghai', trace: 'retain-on-failure' },
  projects: [
    {
      name: 'desktop',
      use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 }, launchOptions: present },
    },
    {
      name: 'phone',
      // Tables are filled in at a desk, with a keyboard; what needs no browser is done once.
      grepInvert: /@desk|@once/,
      use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, launchOptions: present },
    },
    {
      // The same stories on what is exported as files, served by nginx.
      name: 'exported',
      grep: /@readers/,
      use: {
        ...devices['Desktop Chrome'],
        viewport: { width: 1440, height: 900 },
        launchOptions: present,
        readers: 'exported',
      },
    },
    {
      // The last Chromium for Windows 7, which the offices still have.
      name: 'chromium-109',
      grep: /@main/,
      use: {
        viewport: { width: 1440, height: 900 },
        launchOptions: { executablePath: await chromium109.executablePath(), args: [...chromium109.args, ...args] },
      },
    },
  ],
});
