package policy

import (
	"cmp"
	"errors"
	"math/bits"
	"strings"

	"github.com/slaclock/slaclock/calendar/enum"
)

// A Channel is a way in which customer and supplier reach each other. The zero
// Channel is none: the event names no channel.
type Channel uint8

// The channels. The portal counts as e-mail where an agreement knows only that.
const (
	Phone Channel = iota + 1
	Email
	Portal
)

var channelNames = enum.Of[Channel](ErrChannel, "channel", "", "phone", "email", "portal")

// ErrChannel says that a text names no channel.
var ErrChannel = errors.New("policy: no such channel")

// String returns the name of c, such as phone: empty for the zero Channel, and
// Channel(9) and the like for what is none.
func (c Channel) String() string { return channelNames.String(c) }

// ChannelNames returns the names of all channels. The list is the caller's.
func ChannelNames() []string { return channelNames.All() }

// ParseChannel returns the channel that text names. The error is an [ErrChannel]
// and has the names.
func ParseChannel(text string) (Channel, error) { return channelNames.Parse(text) }

// MarshalText returns the name of c. The zero Channel and unknown ones are an
// [ErrChannel].
func (c Channel) MarshalText() ([]byte, error) { return channelNames.Marshal(c) }

// UnmarshalText sets c to the channel that text names; see [ParseChannel]. With an
// error c is as before.
func (c *Channel) UnmarshalText(text []byte) error { return channelNames.Unmarshal(c, text) }

// Channels is a set of channels. The zero Channels stands for all of them, and
// for an event without a channel.
type Channels uint8

// notChannel stands in a set for values that are no channel.
const notChannel Channel = 7

// By returns the set of the given channels: of none, the zero Channels, which stands
// for all. The zero Channel is an event without a channel; a value that is no channel makes
// the set one that [New] refuses.
func By(channels ...Channel) Channels {
	var s Channels
	for _, c := range channels {
		if c > Portal {
			c = notChannel
		}
		s |= 1 << c
	}
	return s
}

// check says if there is something else than channels in s.
func (s Channels) check(place string) error {
	if s>>(Portal+1) == 0 {
		return nil
	}
	return wrong(place, s.String(), "has a value that is no channel; write "+enum.Either(channelNames.All()))
}

// Accept reports whether s has c, or is the zero Channels.
func (s Channels) Accept(c Channel) bool { return s == 0 || s>>c&1 != 0 }

// String returns the names of the channels in s, in their order: "email, portal"; "any"
// of the zero Channels, and "no channel" for an event without one.
func (s Channels) String() string {
	if s == 0 {
		return "any"
	}
	var names []string
	for ; s != 0; s &= s - 1 {
		names = append(names, cmp.Or(Channel(bits.TrailingZeros8(uint8(s))).String(), "no channel"))
	}
	return strings.Join(names, ", ")
}
