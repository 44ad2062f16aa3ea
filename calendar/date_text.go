package calendar

import (
	"database/sql/driver"
	"fmt"
	"time"
)

// ParseDate reads a date in the form of ISO 8601 and RFC 3339, 2006-01-02: four digits,
// two and two. Nothing else is accepted.
func ParseDate(s string) (Date, error) {
	year, ok1 := digits(s, 0, 4)
	month, ok2 := digits(s, 5, 7)
	day, ok3 := digits(s, 8, 10)
	if len(s) != 10 || s[4] != '-' || s[7] != '-' || !ok1 || !ok2 || !ok3 {
		return Date{}, &DateError{Text: s, Why: writeDate}
	}
	return NewDate(year, time.Month(month), day)
}

// digits returns the number that s[from:to] spells with decimal digits only.
func digits(s string, from, to int) (n int, ok bool) {
	if len(s) < to {
		return 0, false
	}
	for i := from; i < to; i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}

// String returns d as 2006-01-02.
func (d Date) String() string {
	return string(d.append(make([]byte, 0, len("2006-01-02"))))
}

// AppendText appends d as 2006-01-02 to b. The error is always nil.
func (d Date) AppendText(b []byte) ([]byte, error) {
	return d.append(b), nil
}

// MarshalText returns d as 2006-01-02; JSON shows it as a string. The error is
// always nil.
func (d Date) MarshalText() ([]byte, error) {
	return d.append(nil), nil
}

// UnmarshalText sets d to the date in text; see [ParseDate]. On error, d is unchanged.
func (d *Date) UnmarshalText(text []byte) error {
	v, err := ParseDate(string(text))
	if err != nil {
		return err
	}
	*d = v
	return nil
}

// Value returns d as 2006-01-02 for a column of type DATE or TEXT.
func (d Date) Value() (driver.Value, error) {
	return d.String(), nil
}

// Scan sets d from a database column: from a string or bytes as [ParseDate] reads them,
// or from a [time.Time], which gives the date in its own location and must have
// midnight as its time of day. NULL is an error; scan into sql.Null[Date] if the column
// can be NULL. On error, d is unchanged.
func (d *Date) Scan(src any) error {
	switch v := src.(type) {
	case string:
		return d.UnmarshalText([]byte(v))
	case []byte:
		return d.UnmarshalText(v)
	case time.Time:
		if h, m, s := v.Clock(); h != 0 || m != 0 || s != 0 || v.Nanosecond() != 0 {
			return &DateError{Text: v.Format(time.RFC3339Nano), Why: "a date column has no time of day"}
		}
		date, err := DateOf(v)
		if err != nil {
			return err
		}
		*d = date
		return nil
	}
	return &DateError{Text: fmt.Sprintf("%T", src), Why: "a date is scanned from text or time.Time"}
}

func (d Date) append(b []byte) []byte {
	year, month, day := d.Civil()
	return append(b,
		'0'+byte(year/1000), '0'+byte(year/100%10), '0'+byte(year/10%10), '0'+byte(year%10), '-',
		'0'+byte(month/10), '0'+byte(month%10), '-',
		'0'+byte(day/10), '0'+byte(day%10))
}

// civil spells a year, month and day that need not be a date.
func civil(year int, month time.Month, day int) string {
	sign := ""
	if year < 0 {
		sign, year = "-", -year
	}
	return fmt.Sprintf("%s%04d-%02d-%02d", sign, year, int(month), day)
}
