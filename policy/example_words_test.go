package policy_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/purchased"
)

func ExampleParseKind() {
	kind, err := policy.ParseKind("info_requested")
	fmt.Println(kind == policy.InfoRequested, err)
	_, err = policy.ParseKind("mailed")
	fmt.Println(errors.Is(err, policy.ErrKind))
	// Output:
	// true <nil>
	// true
}

func ExampleKindNames() {
	fmt.Println(policy.KindNames()[:3])
	// Output: [reported registered contacted]
}

func ExampleKind_String() {
	fmt.Println(policy.WorkaroundAccepted)
	// Output: workaround_accepted
}

func ExampleKind_MarshalText() {
	text, err := policy.Closed.MarshalText()
	fmt.Println(string(text), err)
	// Output: closed <nil>
}

func ExampleKind_UnmarshalText() {
	var kind policy.Kind
	err := kind.UnmarshalText([]byte("closed"))
	fmt.Println(kind, err)
	// Output: closed <nil>
}

func ExampleOn() {
	done := policy.On(policy.Resolved, policy.Closed)
	fmt.Println(done.Has(policy.Closed), done.Has(policy.Reopened))
	// Output: true false
}

func ExampleKinds_Has() {
	fmt.Println(policy.Response.Has(policy.Updated), policy.Response.Has(policy.Closed)) // T1
	// Output: true false
}

func ExampleParseChannel() {
	channel, err := policy.ParseChannel("portal")
	fmt.Println(channel == policy.Portal, err)
	_, err = policy.ParseChannel("fax")
	fmt.Println(err)
	// Output:
	// true <nil>
	// policy: channel: "fax" is not a channel; write phone, email or portal
}

func ExampleChannelNames() {
	fmt.Println(policy.ChannelNames())
	// Output: [phone email portal]
}

func ExampleChannel_String() {
	fmt.Println(policy.Phone, policy.Email, policy.Portal)
	// Output: phone email portal
}

func ExampleChannel_MarshalText() {
	_, err := policy.Channel(0).MarshalText()
	fmt.Println(err)
	// Output: policy: channel: "" is not a channel; write phone, email or portal
}

func ExampleChannel_UnmarshalText() {
	var channel policy.Channel
	err := channel.UnmarshalText([]byte("email"))
	fmt.Println(channel, err)
	// Output: email <nil>
}

func ExampleBy() {
	inWriting := policy.By(policy.Email, policy.Portal)
	fmt.Println(inWriting.Accept(policy.Portal), inWriting.Accept(policy.Phone))
	// Output: true false
}

func ExampleChannels_Accept() {
	var any policy.Channels
	fmt.Println(any.Accept(policy.Phone), any.Accept(0), policy.By(policy.Phone).Accept(0))
	// Output: true true false
}

func ExampleMeasure_String() {
	fmt.Println(policy.Measure{Time: 8 * time.Hour})
	fmt.Println(policy.Measure{Days: 5})
	fmt.Println(policy.Measure{CalendarDays: 7})
	// Output:
	// 8h0m0s
	// 5 business days
	// 7 calendar days
}

func ExampleParseMeasure() {
	measure, err := policy.ParseMeasure("2 business days")
	fmt.Println(measure.Days, err)
	_, err = policy.ParseMeasure("2 weeks")
	fmt.Println(err)
	// Output:
	// 2 <nil>
	// policy: measure: "2 weeks" is not a measure; write a duration such as 4h, or up to 100000 business days such as 2 business days, or calendar days such as 7 calendar days
}

func ExampleState_String() {
	fmt.Println(policy.Waiting, policy.Running, policy.Met, policy.Breached, policy.Cancelled)
	// Output: waiting running met breached cancelled
}

func ExampleParseState() {
	state, err := policy.ParseState("met")
	fmt.Println(state == policy.Met, err)
	_, err = policy.ParseState("late")
	fmt.Println(err)
	// Output:
	// true <nil>
	// policy: state: "late" is not a state; write waiting, running, met, breached, cancelled or paused
}

func ExampleStateNames() {
	fmt.Println(policy.StateNames())
	// Output: [waiting running met breached cancelled paused]
}

func ExampleState_UnmarshalText() {
	var state policy.State
	err := state.UnmarshalText([]byte("paused"))
	fmt.Println(state, err)
	// Output: paused <nil>
}

func ExampleState_MarshalText() {
	text, err := policy.Breached.MarshalText()
	fmt.Println(string(text), err)
	// Output: breached <nil>
}

func ExampleEvent_String() {
	fmt.Println(policy.Event{Kind: policy.Responded, Channel: policy.Phone})
	// Output: responded by phone
}

func ExampleLengthOf() {
	d, ok := policy.LengthOf(90 * time.Minute).Get()
	fmt.Println(d, ok)
	// Output: 1h30m0s true
}

func ExampleLength_Get() {
	var none policy.Length // of a clock that never ran
	d, ok := none.Get()
	fmt.Println(d, ok)
	// Output: 0s false
}

func ExampleLength_IsZero() {
	fmt.Println(policy.Length{}.IsZero(), policy.LengthOf(0).IsZero()) // none, and no time at all
	// Output: true false
}

func ExampleLength_IsKnown() {
	var none policy.Length
	fmt.Println(policy.LengthOf(0).IsKnown(), none.IsKnown())
	// Output: true false
}

func ExampleLength_String() {
	var none policy.Length
	fmt.Println(policy.LengthOf(8*time.Hour), none)
	// Output: 8h0m0s none
}

func ExampleLength_Unknown() {
	fmt.Println(policy.LengthOf(time.Hour).Unknown())
	// Output: <nil>
}

func ExamplePlaceError() {
	p, err := purchased.New(policy.Customer{}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	at := time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
	_, err = p.Evaluate([]policy.Event{{At: at, Kind: policy.Responded}}, at)
	var e *policy.PlaceError
	if errors.As(err, &e) {
		fmt.Println(e.Kind == policy.ErrEvents, e.Place, e.Why)
	}
	// Output: true events none is reported; it opens a ticket
}
