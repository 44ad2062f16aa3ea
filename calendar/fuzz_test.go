package calendar_test

import (
	"encoding/binary"
	"testing"

	"pgregory.net/rapid"
)

// FuzzCalendar compares the Calendar with its slow twin, guided by coverage. An
// input is read as the numbers that the generators draw.
func FuzzCalendar(f *testing.F) {
	// Four streams of numbers, one flat and three mixed, so that the fuzzer starts
	// from inputs that are long enough to be a whole case.
	for seed := range uint64(4) {
		input := make([]byte, 0, 16<<10)
		for state := seed; len(input) < cap(input); {
			state = state*6364136223846793005 + seed*1442695040888963407
			input = binary.LittleEndian.AppendUint64(input, state>>(state>>59))
		}
		f.Add(input)
	}
	f.Fuzz(rapid.MakeFuzz(func(t *rapid.T) {
		properties := []func(*rapid.T){
			propSlowIsOpen, propSlowNextOpen, propSlowPrevClose, propSlowAdd, propSlowSub,
			propSlowBetween, propSlowWindows, propSlowAddDays, propSlowCoverage, propSlowAlgebra,
		}
		properties[rapid.IntRange(0, len(properties)-1).Draw(t, "property")](t)
	}))
}
