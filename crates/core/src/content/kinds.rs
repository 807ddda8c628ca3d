//! The kinds of news, events and resources, each by the one word that names it everywhere.

/// A word that names none of the values of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this word is not one of the list")]
pub struct UnknownWord;

/// Declares a list of values once: variant, word, and what it means.
macro_rules! words {
    ($(#[doc = $list_doc:literal])+ $list:ident { $($(#[doc = $doc:literal])+ $variant:ident = $word:literal,)+ }) => {
        $(#[doc = $list_doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $list {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl $list {
            /// Every value.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Its word, as in its serialized form.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }

        impl core::str::FromStr for $list {
            type Err = $crate::content::UnknownWord;

            fn from_str(text: &str) -> Result<Self, $crate::content::UnknownWord> {
                Self::ALL.iter().copied().find(|v| v.id() == text.trim()).ok_or($crate::content::UnknownWord)
            }
        }

        impl core::fmt::Display for $list {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(self.id())
            }
        }
    };
}
pub(crate) use words;

words! {
    /// What an article is about (NEWS-2).
    ArticleKind {
        /// Something new in the portal.
        PortalLaunch = "portal_launch",
        /// A new service of the vendor.
        ServiceLaunch = "service_launch",
        /// A day that partners have to keep in mind.
        Deadline = "deadline",
    }
}
words! {
    /// What an event is (NEWS-4).
    EventKind {
        /// A talk over the net.
        Webinar = "webinar",
        /// A course to work along.
        Workshop = "workshop",
        /// A conference.
        Summit = "summit",
        /// A main talk.
        Keynote = "keynote",
    }
}
words! {
    /// How people take part in an event (NEWS-5).
    Delivery {
        /// In a room.
        InPerson = "in_person",
        /// Over the net.
        Virtual = "virtual",
        /// Either way.
        Both = "both",
    }
}
words! {
    /// What a resource is (MENU-29..31).
    ResourceKind {
        /// It says how a thing is done.
        Guide = "guide",
        /// A recording.
        Video = "video",
        /// A document on a programme, a service and so on.
        Document = "document",
        /// A question with its answer.
        Faq = "faq",
    }
}
