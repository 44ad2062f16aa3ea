package policy_test

import (
	"fmt"
	"testing"

	"github.com/slaclock/slaclock/policy"
)

// BenchmarkReleasesJSON answers a line of 10,000 releases: read, asked, and
// written.
func BenchmarkReleasesJSON(b *testing.B) {
	const many = 10_000
	for _, bb := range []struct{ agreement, field string }{
		{"sempre", `"environment":"Linux",`}, {"purchased", ""}, {"cumulocity", ""}, {"ispsystem", `"product":"VMmanager",`}, {"portx", ""},
	} {
		line := []byte(`{"agreement":"` + bb.agreement + `","on":"2030-01-01","releases":[`)
		for i := range many {
			if i > 0 {
				line = append(line, ',')
			}
			line = fmt.Appendf(line, `{"version":"%d.%d",%s"released":"%v"}`, i/100, i%100, bb.field, releaseDay(i/4))
		}
		line = append(line, "]}"...)
		b.Run(bb.agreement, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(line)))
			var out []byte
			policies := releasePolicies()
			for b.Loop() {
				list, p, err := policy.ReadReleases(line, policies)
				if err != nil {
					b.Fatal(err)
				}
				a, err := p.Answer(list)
				if err != nil || len(a.Releases) != many {
					b.Fatal(len(a.Releases), err)
				}
				out = p.AppendAnswer(out[:0], list, &a)
			}
		})
	}
}
