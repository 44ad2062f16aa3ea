package calendar

import "testing"

// BenchmarkRegionYear measures one year of a region: making a calendar asks for
// some seventeen.
func BenchmarkRegionYear(b *testing.B) {
	for _, code := range []string{"US", "US-MD", "DE-BY", "GB", "MY-14", "JP", "BG", "UA"} {
		s, err := Region{Code: code}.source()
		if err != nil {
			b.Fatal(err)
		}
		b.Run(code, func(b *testing.B) {
			var buf [32]Holiday
			b.ReportAllocs()
			for i := range b.N {
				s.appendYear(buf[:0], 2010+i%20)
			}
		})
	}
}
