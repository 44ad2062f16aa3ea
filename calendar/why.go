package calendar

import "github.com/slaclock/slaclock/calendar/enum"

// This file is for packages that read fields of their own, a date or a zone in a ticket
// or in a form, and that say where a wrong one is: all use the same words for what is
// wrong with it.

// WhyDate says what is wrong with a text that is not a date, in words that follow the
// text. It is for packages that read fields of their own. [WhyNot] gives more exact
// reasons, such as a day that the month does not have.
const WhyDate = "is not a date; write it as 2006-01-02"

// WhyTime says what is wrong with a text that is not an instant, as [WhyDate] does for
// a date.
const WhyTime = "is not an instant; write it as 2006-01-02T15:04:05+01:00, with the offset"

// WhyDuration says what is wrong with a text that is not a duration, as [WhyDate] does for
// a date.
const WhyDuration = "is not a duration; write it as 8h30m"

// WhyZone says what is wrong with a text that is not a zone, as [WhyDate] does for a
// date.
const WhyZone = "is not a zone; write a name such as Europe/Berlin, or an offset such as +08:00"

// WhyRegion says what is wrong with a text that is not a region, as [WhyDate] does for
// a date.
const WhyRegion = "is not a region whose holidays are known; write a code such as DE-BY, or NONE"

// whyOffset says what is wrong with a text that begins with a sign and is not a zone.
const whyOffset = "is not an offset; write it as +08:00, from -23:59 to +23:59"

// The parts of WhyDate, WhyTime and WhyRegion: the beginning that all such reasons
// share, and the end that a DateError, a TimeError or a RegionError has of its own.
const (
	notDate   = "is not a date; "
	writeDate = "write it as 2006-01-02"
	notTime   = "is not an instant; "
	writeTime = "write it as 2006-01-02T15:04:05+01:00, with the offset"
	notRegion = "is not a region whose holidays are known; "
)

// WhyNot returns what is wrong with a text, in words that follow the text. Its argument
// is the error that [ParseDate], [ParseTime], [ParseDuration], [Zone] or, for the code of
// a region, [Region.Reach] returned for the text. The result is [WhyDate], [WhyTime], [WhyZone]
// or [WhyRegion], or a more exact reason, such as an hour that does not exist: "is not
// an instant; the hour must be 00 to 23". For the code of a region whose country is
// known it lists the codes of that country; the codes of all countries are many, and
// only the error itself lists them. For an [*enum.Error], such as that of
// [ParseConvention], it lists the names. For any other error it returns its text, and
// for nil the empty string. It is for packages that read fields of their own.
func WhyNot(err error) string {
	switch e := err.(type) {
	case *DateError:
		return notDate + e.Why
	case *TimeError:
		return notTime + e.Why
	case *DurationError:
		return e.Why
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
