package compliance_test

import (
	"math"
	"testing"
	"time"

	"github.com/slaclock/slaclock/policy/compliance"
)

// A time.Duration holds 9,223,372,036 s and some; whole seconds below that are
// told with their nanoseconds, and the last one is not, whatever stands behind it.
func TestTotalGet(t *testing.T) {
	for _, row := range []struct {
		total compliance.Total
		want  time.Duration
		ok    bool
	}{
		{compliance.Total{}, 0, true},
		{compliance.TotalOf(1), 1, true},
		{compliance.TotalOf(9_223_372_035_999_999_999), 9_223_372_035_999_999_999, true},
		{compliance.TotalOf(9_223_372_036_000_000_000), 0, false},
		{compliance.TotalOf(math.MaxInt64), 0, false},
	} {
		if got, ok := row.total.Get(); got != row.want || ok != row.ok {
			t.Errorf("%v: %d, %v, want %d, %v", row.total, got, ok, row.want, row.ok)
		}
	}
}
