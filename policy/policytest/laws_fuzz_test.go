package policytest_test

import (
	"encoding/binary"
	"testing"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/policytest"
	"pgregory.net/rapid"
)

// The laws as fuzz targets, one an agreement: what is drawn says which law, for
// which customer and readings, and on which ticket.

func FuzzLawsOfPurchased(f *testing.F)  { fuzzLaws(f, 0, 1) }
func FuzzLawsOfCumulocity(f *testing.F) { fuzzLaws(f, 2, 3) }
func FuzzLawsOfISPsystem(f *testing.F)  { fuzzLaws(f, 4, 5) }
func FuzzLawsOfPortx(f *testing.F)      { fuzzLaws(f, 6, 7) }

// fuzzLaws checks the laws on some of the agreements.
func fuzzLaws(f *testing.F, which ...int) {
	type customer struct {
		policy  *policy.Policy
		tickets *rapid.Generator[policy.Case] // made once: it takes a while
	}
	var all []customer
	for _, i := range which {
		a := agreements()[i]
		p, err := a.make(a.customer, a.readings)
		if err != nil {
			f.Fatal(err)
		}
		all = append(all, customer{p, policytest.Timelines(p)})
	}
	// Streams of numbers, flat and mixed, so that the fuzzer starts from inputs that
	// are long enough to be a whole ticket.
	for seed := range uint64(4) {
		input := make([]byte, 0, 8<<10)
		for state := seed; len(input) < cap(input); {
			state = state*6364136223846793005 + seed*1442695040888963407
			input = binary.LittleEndian.AppendUint64(input, state>>(state>>59))
		}
		f.Add(input)
	}
	laws := policytest.AllLaws()
	f.Fuzz(rapid.MakeFuzz(func(t *rapid.T) {
		c := all[rapid.IntRange(0, len(all)-1).Draw(t, "customer")]
		law := laws[rapid.IntRange(0, len(laws)-1).Draw(t, "law")]
		law.Check(t, c.policy, c.tickets.Draw(t, "ticket"))
	}))
}
