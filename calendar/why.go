package calendar

import (
	"strings"
	"time"

	"github.com/slaclock/slaclock/calendar/enum"
)

// What is here is for packages that read fields of their own, a date or a zone in a ticket
// or in a form, and say where a wrong one stands: so that all say in the same words what is
// wrong with it.

// WhyDate is what is wrong with a text that is no date, in the words that follow it, for
// packages that read fields of their own. See [WhyNot] for what no date can have.
const WhyDate = "is not a date; write it as 2006-01-02"

// WhyTime is what is wrong with a text that is no instant, as [WhyDate] is of no date.
const WhyTime = "is not an instant; write it as 2006-01-02T15:04:05+01:00, with the offset"

// WhyZone is what is wrong with a text that is no zone, as [WhyDate] is of no date.
const WhyZone = "is not a zone; write a name such as Europe/Berlin, or an offset such as +08:00"

// WhyRegion is what is wrong with a text that is no region, as [WhyDate] is of no date.
const WhyRegion = "is not a region whose holidays are known; write a code such as DE-BY, or NONE"

// whyOffset is what is wrong with a text that begins with a sign and is no zone.
const whyOffset = "is not an offset; write it as +08:00, from -23:59 to +23:59"

// The parts of WhyDate, WhyTime and WhyRegion: what is told together, and what a DateError,
// a TimeError or a RegionError has of it.
const (
	notDate   = "is not a date; "
	writeDate = "write it as 2006-01-02"
	notTime   = "is not an instant; "
	writeTime = "write it as 2006-01-02T15:04:05+01:00, with the offset"
	notRegion = "is not a region whose holidays are known; "
)

// WhyNot returns what is wrong with a text of which [ParseDate], [ParseTime], [Zone] or,
// for the code of a region, [Region.Reach] returned err, in the words that follow it:
// [WhyDate], [WhyTime], [WhyZone] or [WhyRegion], or a more exact reason, such as an hour
// that does not exist: "is not an instant; the hour must be 00 to 23". Of a code whose
// country is known it lists the codes of that; those of all countries only the error itself
// does, for they are many. Of an [enum.Error], such as that of [ParseConvention], it lists
// the names. Of any other error it returns the text, and nothing of nil. It is for packages
// that read fields of their own.
func WhyNot(err error) string {
	switch e := err.(type) {
	case *DateError:
		return notDate + e.Why
	case *TimeError:
		return notTime + e.Why
	case *ZoneError:
		if isOffset(e.Name) {
			return whyOffset
		}
		return WhyZone
	case *RegionError:
		return e.brief()
	case *enum.Error:
		return e.Why()
	case nil:
		return ""
	}
	return err.Error()
}

// WhyDuration returns what is wrong with a text that [time.ParseDuration] refuses, in
// the words that follow it: that it is none, or that it is longer than the 292 years
// of the longest [time.Duration]. It is empty for a text that is a duration. It is for
// packages that read fields of their own.
func WhyDuration(text string) string {
	_, err := time.ParseDuration(text)
	switch {
	case err == nil:
		return ""
	case tooLong(text):
		return "is too long; write 2562047h47m16s at most"
	}
	return "is not a duration; write it as 8h30m"
}

// tooLong reports whether a text that is no duration would be one with other digits.
func tooLong(text string) bool {
	_, err := time.ParseDuration(strings.Map(func(r rune) rune {
		if r >= '1' && r <= '9' {
			return '0'
		}
		return r
	}, text))
	return err == nil && strings.ContainsAny(text, "hms") // 0 alone needs no unit
}
