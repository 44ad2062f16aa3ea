package calendar

import "testing"

// TestWhyParts: the words that are exported are those of the errors.
func TestWhyParts(t *testing.T) {
	for _, row := range []struct{ got, want string }{
		{notDate + writeDate, WhyDate}, {notTime + writeTime, WhyTime}, {notRegion + "write a code such as DE-BY, or " + noHolidays, WhyRegion},
	} {
		if row.got != row.want {
			t.Errorf("%q, want %q", row.got, row.want)
		}
	}
}
