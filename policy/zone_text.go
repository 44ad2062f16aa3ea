package policy

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// A zoneText writes instants in a zone, as [calendar.AppendTime] does. The instants of one
// answer mostly lie between the same two changes of the clocks, so the zone, which takes
// longer than all the rest, need not be looked up for each of them.
type zoneText struct {
	loc      *time.Location
	from, to time.Time // the offset holds from from, included, to to, excluded; a zero Time is no bound
	offset   int       // in seconds
	known    bool      // false: no instant has been written yet
}

func (z *zoneText) append(b []byte, t time.Time) []byte {
	if !z.known || t.Before(z.from) || !z.to.IsZero() && !t.Before(z.to) {
		in := t.In(z.loc)
		z.from, z.to = in.ZoneBounds()
		_, z.offset = in.Zone()
		z.known = true
	}
	minutes := z.offset / 60
	if minutes*60 != z.offset { // AppendTime handles offsets with seconds
		return calendar.AppendTime(b, t.In(z.loc))
	}
	b = t.UTC().Add(time.Duration(z.offset)*time.Second).AppendFormat(b, time.RFC3339Nano)
	if minutes == 0 {
		return b // ends with Z
	}
	sign := byte('+')
	if minutes < 0 {
		sign, minutes = '-', -minutes
	}
	hour, minute := minutes/60, minutes%60
	return append(b[:len(b)-1], sign, '0'+byte(hour/10), '0'+byte(hour%10), ':', '0'+byte(minute/10), '0'+byte(minute%10))
}
