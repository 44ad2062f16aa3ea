package picture_test

import (
	"testing"

	"github.com/slaclock/slaclock/policy/picture"
)

func BenchmarkTicket(b *testing.B) {
	for _, c := range tickets {
		b.Run(c.name, func(b *testing.B) {
			p, events, asOf := read(b, c.line)
			if _, err := picture.Ticket(p, events, asOf, picture.Options{}); err != nil { // lays the hours out
				b.Fatal(err)
			}
			for b.Loop() {
				if _, err := picture.Ticket(p, events, asOf, picture.Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
