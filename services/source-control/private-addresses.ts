import { BlockList, isIP, isIPv6 } from 'node:net'

/** Networks that are not the public internet: private, shared, local, link-local (with cloud metadata), test, multicast, reserved. */
const IPV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]
/** Those that embed an IPv4 address (mapped, translated, 6to4, Teredo) lead anywhere, so none of them is taken. */
const IPV6 = [
  '::/96',
  '::ffff:0:0/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
]

const ipv4 = blockListOf(IPV4, 'ipv4')
const ipv6 = blockListOf(IPV6, 'ipv6')

function blockListOf(networks: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', prefix] = network.split('/')
    list.addSubnet(address, Number(prefix), family)
  }
  return list
}

/** Whether an address lies outside of the public internet; what is no address at all does. */
export function isPrivateAddress(address: string): boolean {
  const plain = address.split('%', 1)[0] ?? ''
  if (isIP(plain) === 0) return true
  return isIPv6(plain) ? ipv6.check(plain, 'ipv6') : ipv4.check(plain, 'ipv4')
}
