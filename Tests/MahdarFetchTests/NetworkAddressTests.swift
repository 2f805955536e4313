import MahdarFetch
import Testing

struct NetworkAddressTests {
  @Test(arguments: [
    "0.0.0.0", "0.1.2.3", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.255",
    "169.254.169.254",
    "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1",
    "198.19.255.255", "198.51.100.1", "203.0.113.7", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
    "::", "::1", "::127.0.0.1", "::ffff:93.184.216.34", "64:ff9b::7f00:1", "64:ff9b:1::1", "100::1", "2001::1",
    "2001:0:7f00:1::", "2001:db8::1", "2002:7f00:1::", "3fff::1", "5f00::1", "fc00::1", "fd00:ec2::254", "fe80::1",
    "fec0::1", "ff02::1",
  ])
  func addressesOfOtherNetworksAreNotPublic(_ text: String) throws {
    #expect(try !#require(NetworkAddress(text)).isPublic)
  }

  @Test(arguments: [
    "1.1.1.1", "9.255.255.255", "11.0.0.1", "93.184.216.34", "100.63.255.255", "100.128.0.1", "172.15.255.255",
    "172.32.0.1",
    "192.167.1.1", "198.17.0.1", "198.20.0.1", "223.255.255.255", "2606:2800:220:1::1", "2a00:1450::1",
    "2001:4860::8888",
  ])
  func otherAddressesArePublic(_ text: String) throws {
    #expect(try #require(NetworkAddress(text)).isPublic)
    #expect(NetworkAddress(text)?.description == text)
  }

  @Test func numbersInDisguiseAreToldFromNames() {
    for text in ["2130706433", "0x7f.1", "0177.0.0.1", "127.1", "017700000001"] {
      #expect(NetworkAddress.isDisguised(text), "\(text)")
    }
    for text in ["127.0.0.1", "example.org", "::1", ""] { #expect(!NetworkAddress.isDisguised(text), "\(text)") }
  }
}
