package cumulocity_test

import "time"

// The owners of CUM-9, walked from one instant at which a hub opens or closes
// to the next.

const onCall = "on-call"

// settled is who owns a ticket that is received at an instant.
func (h slowHistory) settled(t time.Time) (owner string, known bool) {
	if active, known := h.hub.active(t); active || !known {
		return h.home, known
	}
	return h.lastOpened(t)
}

// lastOpened is the active region that opened last, or else the on-call service.
func (h slowHistory) lastOpened(t time.Time) (owner string, known bool) {
	owner = onCall
	var opened time.Time
	for _, region := range slowRegions {
		hub := h.hubs[region]
		active, known := hub.active(t)
		if !known {
			return "", false
		}
		if opening := hub.opening(hub.dayOf(t)); active && opening.After(opened) {
			owner, opened = region, opening
		}
	}
	return owner, true
}

// handOver is the first instant after t at which a ticket goes to somebody else
// by itself. It is known or not; it exists unless a Critical or Standard is
// with its default region, for good.
func (h slowHistory) handOver(level int, owner string, t time.Time) (at time.Time, to string, exists, known bool) {
	if level != crisis && owner == h.home {
		return time.Time{}, "", false, true
	}
	for hour := t.Truncate(time.Hour).Add(time.Hour); ; hour = hour.Add(time.Hour) { // hubs open and close on the hour
		opens := func(region string) (opens, known bool) {
			hub := h.hubs[region]
			if day := hub.dayOf(hour); hub.opening(day).Equal(hour) {
				return hub.businessDay(day)
			}
			return false, true
		}
		if open, known := opens(h.home); owner != h.home && (open || !known) {
			return hour, h.home, true, known
		}
		if owner == onCall {
			for _, region := range slowRegions {
				if open, known := opens(region); open || !known {
					return hour, region, true, known
				}
			}
		} else if hub := h.hubs[owner]; hub.closing(hub.dayOf(hour)).Equal(hour) {
			to, known = h.lastOpened(hour)
			return hour, to, true, known
		}
	}
}

// homeOpens is the first instant from t on at which the default region opens, if that is
// known: then it takes the ticket over, whoever has it.
func (h slowHistory) homeOpens(t time.Time) (at time.Time, known bool) {
	if open, known := h.hub.active(t); open || !known {
		return time.Time{}, false
	}
	for hour := t.Truncate(time.Hour).Add(time.Hour); ; hour = hour.Add(time.Hour) {
		day := h.hub.dayOf(hour)
		if !h.hub.opening(day).Equal(hour) {
			continue
		}
		if open, known := h.hub.businessDay(day); open || !known {
			return hour, known
		}
	}
}

// owners lists the changes of owner up to as_of, and the next one. Of what is not known
// (G9) there is none, up to the default region's next opening; doubt says whether there
// was such a thing.
func (h slowHistory) owners() (rows []slowOwner, next *slowNext, doubt bool) {
	rows = []slowOwner{}
	put := func(t time.Time, region string, again bool) {
		if n := len(rows) - 1; n >= 0 && rows[n].From.Equal(t) {
			rows = rows[:n] // one row an instant
		}
		if n := len(rows) - 1; n < 0 || rows[n].Region != region || again {
			rows = append(rows, slowOwner{From: *h.print(t), Region: region})
		}
	}
	owner, sure, at := "", true, time.Time{} // who it is, if that is sure, and since when nothing was asked
	for k := 0; k <= len(h.events); k++ {
		until := h.asOf
		if k < len(h.events) {
			until = h.events[k].At
		}
		for k > 0 && h.open[k-1] { // what happens by itself comes before the event
			t, to, exists, known := at, "", true, false
			if sure {
				t, to, exists, known = h.handOver(h.level[k-1], owner, at)
			}
			if exists && !known {
				sure, doubt = sure && t.After(until), true
				to = h.home
				t, exists = h.homeOpens(t)
			}
			if !exists || t.After(until) {
				if exists && k == len(h.events) {
					next = &slowNext{At: *h.print(t), What: "hand-over to " + to}
				}
				break
			}
			put(t, to, !known) // nobody knows who had it in between, but not the default region
			owner, sure, at = to, true, t
		}
		if k == len(h.events) {
			break
		}
		toOrFromCrisis := k > 0 && h.open[k] && h.level[k] != h.level[k-1] && (h.level[k] == crisis || h.level[k-1] == crisis)
		if h.receives(k) || toOrFromCrisis {
			var to string
			if to, sure = h.settled(until); sure {
				put(until, to, false)
				owner = to
			}
		}
		if h.open[k] {
			at = until
		}
	}
	return rows, next, doubt || !sure
}
