'use client'
import { Monitor, Moon, Sun } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '../../components/button.js'
import { applyTheme, readTheme, type Theme } from './theme.js'

const following: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' }
const names: Record<Theme, string> = { system: 'as the system', light: 'light', dark: 'dark' }

export function ThemeToggle() {
  const [theme, setTheme] = useState<Theme>('system')
  useEffect(() => setTheme(readTheme()), [])
  function turn() {
    applyTheme(following[theme])
    setTheme(following[theme])
  }
  const Icon = theme === 'light' ? Sun : theme === 'dark' ? Moon : Monitor
  return (
    <Button
      look="quiet"
      onClick={turn}
      aria-label={`Theme: ${names[theme]}. Change to ${names[following[theme]]}`}
      title={`Theme: ${names[theme]}`}
      className="px-2"
    >
      <Icon size={16} aria-hidden />
    </Button>
  )
}
