package picture_test

import (
	"encoding/xml"
	"errors"
	"fmt"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/picture"
	"github.com/slaclock/slaclock/policy/portx"
	"github.com/slaclock/slaclock/policy/purchased"
)

// told prints what a picture says to somebody who cannot see it.
func told(svg []byte, err error) {
	var root struct {
		Title string `xml:"title"`
		Desc  string `xml:"desc"`
	}
	if err := errors.Join(err, xml.Unmarshal(svg, &root)); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(root.Title)
	fmt.Println(root.Desc)
}

func ExampleTicket() {
	p, err := purchased.New(policy.Customer{}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	level, err := p.Scale().Parse("1")
	if err != nil {
		fmt.Println(err)
		return
	}
	at := time.Date(2026, time.March, 2, 14, 0, 0, 0, time.UTC)
	events := []policy.Event{{At: at, Kind: policy.Reported, Severity: level, Channel: policy.Phone}}
	told(picture.Ticket(p, events, at.Add(20*time.Minute), picture.Options{ID: "t1"}))
	// Output:
	// purchased ticket, severity 1
	// As of Mon 2 Mar 2026 09:20 -05:00 (purchased; times in -05:00). Next by itself: response due, Mon 2 Mar 10:00. Reported: 1 (phone), Mon 2 Mar 09:00. Response 1, severity 1: 1h on 24x7 (PUR-3), started Mon 2 Mar 09:00, due Mon 2 Mar 10:00, running, 40m left.
}

func ExampleMonth() {
	c, err := calendar.New(calendar.Config{
		Zone: "Europe/Berlin", Week: calendar.Hours(9*time.Hour, 17*time.Hour, time.Thursday, time.Friday),
		Region: calendar.Region{Code: "DE"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	svg, err := picture.Month(c, 2026, time.February, picture.Options{Width: 600})
	fmt.Println(string(svg[:83]), err)
	// Output:
	// <svg xmlns="http://www.w3.org/2000/svg" id="slaclock" width="600" height="434" view <nil>
}

func ExampleReleases() {
	p := portx.Releases()
	list, _, err := policy.ReadReleases([]byte(`{"agreement":"portx","on":"2026-11-21","releases":[
		{"version":"3.0","released":"2025-09-01"},{"version":"2.4","released":"2025-05-10"}]}`), []*policy.ReleasePolicy{p})
	if err != nil {
		fmt.Println(err)
		return
	}
	told(picture.Releases(p, list, picture.Options{}))
	// Output:
	// portx releases
	// On 21 Nov 2026. 3.0: current, support from 1 Sep 2025, open: waits for the next higher release of the same major or the next higher major release or 2 more higher major releases, supported on that day. 2.4: previous, support from 10 May 2025 to 1 Mar 2027, supported on that day.
}

func ExampleOptionsError() {
	c, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Weekdays(9*time.Hour, 17*time.Hour)})
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = picture.Month(c, 2026, time.May, picture.Options{Width: 100})
	fmt.Println(errors.Is(err, picture.ErrOptions), err)
	// Output: true picture: width: "100" is not 360 to 4000 pixels, or 0 for 840
}
